using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Follows settlement transactions for as long as their blocks can be taken back, and names those that were.</summary>
/// <remarks>
/// Remembers settlements of the newest blocks, and those that stand in no block any more. Each is named once, however often
/// it is taken back.
/// </remarks>
internal sealed class RevertFold(Action<RevertedSettlement> reverted)
{
    private readonly Dictionary<Hash32, Settlement> known = [];
    private readonly RecentBlocks<Hash32> recent = new();

    /// <summary>Settlements reported as final that stand in no block now, and what they were said to have moved.</summary>
    public (long Count, OpgAmount Amount) Lost
    {
        get
        {
            Settlement[] lost = [.. known.Values.Where(settlement => settlement is { Session: not null, Stands: false })];
            return (lost.Length, lost.Aggregate(OpgAmount.Zero, (sum, settlement) => sum + settlement.Amount));
        }
    }

    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case AuthorisationUsed said: Use(said); break;
            case SettlementFinished { Transaction: { } transaction } said: Finish(said, transaction, fact.At); break;
            case BlockReverted said: TakeBack(said, fact.At); break;
            case BlockProduced said: Bury(said); break;
            default: break;
        }
    }

    private void Use(AuthorisationUsed said)
    {
        if (!known.TryGetValue(said.Transaction, out Settlement? settlement))
        {
            known[said.Transaction] = settlement = new Settlement();
        }

        settlement.Stands = true;
        recent.Add(said.Chain, said.Height, said.Transaction);
    }

    private void Finish(SettlementFinished said, Hash32 transaction, SimTime at)
    {
        if (!known.TryGetValue(transaction, out Settlement? settlement))
        {
            return;
        }

        if (said.Refusal is null)
        {
            (settlement.Session, settlement.Amount) = (said.Session, said.Amount);
            NameIfGone(settlement, transaction, at);
        }
        else if (!settlement.Stands)
        {
            known.Remove(transaction);
        }
    }

    private void TakeBack(BlockReverted said, SimTime at)
    {
        foreach (Hash32 transaction in recent.TakeBack(said.Chain, said.Height))
        {
            Settlement settlement = known[transaction];
            settlement.Stands = false;
            NameIfGone(settlement, transaction, at);
        }
    }

    private void Bury(BlockProduced said)
    {
        foreach (Hash32 transaction in recent.Bury(said.Chain, said.Height))
        {
            known.Remove(transaction);
        }
    }

    private void NameIfGone(Settlement settlement, Hash32 transaction, SimTime at)
    {
        if (settlement is { Session: { } session, Stands: false, IsNamed: false })
        {
            settlement.IsNamed = true;
            reverted(new RevertedSettlement(session, transaction, at));
        }
    }

    private sealed class Settlement
    {
        /// <summary>Set once its facilitator has reported success.</summary>
        public string? Session { get; set; }

        public OpgAmount Amount { get; set; }

        public bool Stands { get; set; }

        public bool IsNamed { get; set; }
    }
}
