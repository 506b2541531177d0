using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Http;

/// <summary>POST /verify.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Body">JSON facilitator request.</param>
public sealed record PostVerify(ulong Call, byte[] Body) : Message, IMessage<PostVerify>
{
    public static ushort Number => 140;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(Body.Length);

    public static PostVerify Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Bytes(Body);
    }
}
