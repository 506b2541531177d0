using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>Answer to <see cref="ReadChannel"/>.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Balance">Deposits less what went back.</param>
/// <param name="TotalClaimed">Claimed so far.</param>
/// <param name="WithdrawRequestedAt">Unix seconds; 0 when nothing is being withdrawn.</param>
/// <param name="RefundNonce">Refunds so far.</param>
/// <param name="Held">The payer's token balance.</param>
/// <param name="Allowance">The payer's allowance to Permit2.</param>
public sealed record ReadChannelReply(
    ulong Call,
    UInt256 Balance,
    UInt256 TotalClaimed,
    ulong WithdrawRequestedAt,
    UInt256 RefundNonce,
    UInt256 Held,
    UInt256 Allowance) : Message, IMessage<ReadChannelReply>
{
    public static ushort Number => 351;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(500);

    public static ReadChannelReply Read(ref MessageReader reader) => new(
        reader.UInt64(),
        reader.UInt256(),
        reader.UInt256(),
        reader.UInt64(),
        reader.UInt256(),
        reader.UInt256(),
        reader.UInt256());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.UInt256(Balance);
        writer.UInt256(TotalClaimed);
        writer.UInt64(WithdrawRequestedAt);
        writer.UInt256(RefundNonce);
        writer.UInt256(Held);
        writer.UInt256(Allowance);
    }
}
