namespace Simulator.Chain.Channels;

/// <summary>A channel's money. Claims do not lower the balance: what is left is balance − claimed.</summary>
/// <param name="Balance">Everything deposited and neither withdrawn nor refunded.</param>
/// <param name="TotalClaimed">Everything ever claimed.</param>
public readonly record struct ChannelState(UInt128 Balance, UInt128 TotalClaimed)
{
    public UInt128 Available => Balance - TotalClaimed;
}

/// <summary>A withdrawal on its way; a start of zero means there is none.</summary>
/// <param name="Amount">What the payer asked for.</param>
/// <param name="InitiatedAt">Unix seconds of the block.</param>
public readonly record struct PendingWithdrawal(UInt128 Amount, ulong InitiatedAt)
{
    public bool IsPending => InitiatedAt != 0;
}

/// <summary>What all channels to one receiver in one token add up to.</summary>
/// <param name="TotalClaimed">Claimed from the channels.</param>
/// <param name="TotalSettled">Paid out.</param>
public readonly record struct ReceiverState(UInt128 TotalClaimed, UInt128 TotalSettled);
