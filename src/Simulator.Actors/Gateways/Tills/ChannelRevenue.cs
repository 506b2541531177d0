using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>What a node has charged to channels, claimed from them, and been paid out, for those who count.</summary>
internal sealed class ChannelRevenue
{
    private readonly SortedDictionary<Hash32, (long Answers, SimTime At)> charged = [];
    private readonly SortedDictionary<Hash32, Claimed> claimed = [];
    private IReadOnlyList<Claimed> paying = [];

    public void OnCharged(Hash32 channel, SimTime now) =>
        charged[channel] = (charged.GetValueOrDefault(channel).Answers + 1, now);

    /// <summary>A claim stands on the chain; the money is still in the contract.</summary>
    public void OnClaimed(Hash32 channel, Address payer, UInt128 amount)
    {
        // What was charged while the claim was under way is counted with it, and its money with the next one.
        if (amount > 0 && charged.TryGetValue(channel, out (long Answers, SimTime At) last))
        {
            charged[channel] = (0, last.At);
            Claimed before = claimed.GetValueOrDefault(channel) ?? new Claimed(channel, payer, OpgAmount.Zero, 0, last.At);
            claimed[channel] = before with
            {
                Amount = before.Amount + new OpgAmount(amount),
                Answers = before.Answers + last.Answers,
                ChargedAt = last.At,
            };
        }
    }

    /// <summary>A payout of everything that has been claimed is asked for.</summary>
    public void OnPayoutAsked()
    {
        paying = [.. claimed.Values];
        claimed.Clear();
    }

    /// <summary>The payout is over; what it did not bring, the next one does.</summary>
    public void OnPaidOut(Hash32? transaction, string? refusal, IActorContext context)
    {
        foreach (Claimed row in paying)
        {
            context.Observe(new PaymentCollected(
                row.Channel.ToString(),
                context.Name,
                row.Payer,
                refusal is null ? row.Amount : OpgAmount.Zero,
                row.Answers,
                row.ChargedAt,
                transaction,
                refusal));
            if (refusal is not null)
            {
                claimed[row.Channel] = claimed.TryGetValue(row.Channel, out Claimed? newer)
                    ? newer with { Amount = newer.Amount + row.Amount, Answers = newer.Answers + row.Answers }
                    : row;
            }
        }

        paying = [];
    }

    private sealed record Claimed(Hash32 Channel, Address Payer, OpgAmount Amount, long Answers, SimTime ChargedAt);
}
