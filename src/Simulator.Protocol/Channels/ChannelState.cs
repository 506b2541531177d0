using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>A channel as the chain has it.</summary>
/// <param name="Balance">Gross escrow; claims do not lower it.</param>
/// <param name="TotalClaimed">Claimed so far; at most the balance.</param>
/// <param name="WithdrawRequestedAt">Unix seconds of the payer's pending withdrawal, 0 when there is none.</param>
/// <param name="RefundNonce">Refunds so far.</param>
public sealed record ChannelState(UInt128 Balance, UInt128 TotalClaimed, ulong WithdrawRequestedAt, UInt256 RefundNonce)
{
    /// <summary>What every never-used channel looks like.</summary>
    public static ChannelState Empty { get; } = new(0, 0, 0, UInt256.Zero);

    /// <summary>What is still there to be claimed or withdrawn.</summary>
    public UInt128 Available => Balance - TotalClaimed;

    internal void WriteMembers(JsonTextWriter writer, Hash32 channelId) =>
        writer.Text("channelId", channelId.ToString())
            .Number("balance", Balance)
            .Number("totalClaimed", TotalClaimed)
            .Integer("withdrawRequestedAt", (long)WithdrawRequestedAt)
            .Number("refundNonce", RefundNonce);
}
