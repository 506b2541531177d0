using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Http;

/// <summary>Status of a settlement job.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Status">queued, processing, succeeded, failed, or unknown (404).</param>
/// <param name="Body">JSON SettleResponse once the worker returned; otherwise empty.</param>
public sealed record SettlementReply(ulong Call, string Status, byte[] Body) : Message, IMessage<SettlementReply>
{
    public static ushort Number => 145;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(Body.Length, Status);

    public static SettlementReply Read(ref MessageReader reader) => new(reader.UInt64(), reader.Text(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Text(Status);
        writer.Bytes(Body);
    }
}
