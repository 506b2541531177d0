using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Rpc;

/// <summary>Whether the mempool took the transaction.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Refusal">Why not, or null.</param>
public sealed record SendRawTransactionReply(ulong Call, string? Refusal) : Message, IMessage<SendRawTransactionReply>
{
    public static ushort Number => 155;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(110, Refusal);

    public static SendRawTransactionReply Read(ref MessageReader reader) => new(reader.UInt64(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.OptionalText(Refusal);
    }
}
