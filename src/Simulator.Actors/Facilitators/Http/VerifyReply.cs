using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Http;

/// <summary>200 from /verify, also when the payment is invalid.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Body">JSON VerifyResponse.</param>
public sealed record VerifyReply(ulong Call, byte[] Body) : Message, IMessage<VerifyReply>
{
    public static ushort Number => 141;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(Body.Length);

    public static VerifyReply Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Bytes(Body);
    }
}
