using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Http;

/// <summary>POST /settle.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Body">JSON facilitator request; its amount is the actual one.</param>
public sealed record PostSettle(ulong Call, byte[] Body) : Message, IMessage<PostSettle>
{
    public static ushort Number => 142;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(Body.Length);

    public static PostSettle Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Bytes(Body);
    }
}
