using System.Numerics;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Where OPG went, by group and cause, and how much exists; exact to the last atto-OPG.</summary>
internal sealed class FlowMeasures
{
    public const string Genesis = "genesis";

    /// <summary>Bonded stake, and what nodes and verifiers have bonded, still belongs to whoever bonded it.</summary>
    private const string Stake = "stake";
    private const string Unstake = "unstake";
    private const string Bond = "bond";

    private readonly PartyBook parties = new();
    private readonly RecentBlocks<TokenTransferred> recent = new();

    // Genesis pays parties before they are declared: such transfers get their groups when someone asks.
    private readonly List<TokenTransferred> undeclared = [];
    private readonly SortedDictionary<(string From, string To, string Cause),
        (long Transfers, OpgAmount Amount)> flows =
        new(Comparer<(string From, string To, string Cause)>.Create(Compare));

    private readonly SortedDictionary<string, OpgAmount> initial = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OpgAmount> final = new(StringComparer.Ordinal);

    public IEnumerable<Flow> All
    {
        get
        {
            Settle(parties.Knows);
            SortedDictionary<(string From, string To, string Cause), (long Transfers, OpgAmount Amount)> all =
                new(flows, flows.Comparer);
            undeclared.ForEach(transfer => Add(all, transfer));
            return all.Select(
                flow => new Flow(flow.Key.From, flow.Key.To, flow.Key.Cause, flow.Value.Transfers, flow.Value.Amount));
        }
    }

    public Supply Supply => new(
        Total(initial.Values),
        Sum(flow => flow.From == PartyBook.Mint && flow.Cause != Genesis),
        Sum(flow => flow.To == PartyBook.Burn),
        Total(final.Values));

    public void Observe(in ObservedFact fact)
    {
        parties.Observe(fact);
        switch (fact.What)
        {
            case TokenTransferred transfer: Add(transfer); break;
            case BlockProduced block: Count(block); break;
            case BlockReverted block: TakeBack(block); break;
            default: break;
        }
    }

    /// <summary>
    /// Received less paid, genesis and stake left out; in OPG, negative for a loss. Null for a group that never took part.
    /// </summary>
    public double? ProfitOpg(string group)
    {
        BigInteger balance = 0;
        bool seen = false;
        foreach (Flow flow in All)
        {
            bool isOwn = IsOwn(flow.Cause);
            seen |= flow.From == group || flow.To == group;
            balance += flow.To == group && !isOwn ? flow.Amount.BaseUnits : 0;
            balance -= flow.From == group && !isOwn ? flow.Amount.BaseUnits : 0;
        }

        return seen ? (double)balance / 1e18 : null;
    }

    /// <summary>What moves by this cause was or stays the same party's: genesis, stake and bonds.</summary>
    public static bool IsOwn(string cause) => cause is Genesis or Stake or Unstake or Bond;

    private void Add(TokenTransferred transfer)
    {
        recent.Add(transfer.Chain, transfer.Height, transfer);
        if (parties.Knows(transfer.From) && parties.Knows(transfer.To))
        {
            Add(flows, transfer);
        }
        else
        {
            undeclared.Add(transfer);
        }
    }

    private void Settle(Func<Address, bool> isKnown)
    {
        foreach (TokenTransferred transfer in undeclared.Where(item => isKnown(item.From) && isKnown(item.To)))
        {
            Add(flows, transfer);
        }

        undeclared.RemoveAll(transfer => isKnown(transfer.From) && isKnown(transfer.To));
    }

    private void Add(
        SortedDictionary<(string From, string To, string Cause), (long Transfers, OpgAmount Amount)> sums,
        TokenTransferred transfer)
    {
        (string, string, string) key = (parties.Sender(transfer.From), parties.Receiver(transfer.To), transfer.Cause);
        (long count, OpgAmount amount) = sums.GetValueOrDefault(key);
        sums[key] = (count + 1, amount + transfer.Amount);
    }

    private void Count(BlockProduced block)
    {
        initial.TryAdd(block.Chain, block.TotalSupply);
        final[block.Chain] = block.TotalSupply;
        recent.Bury(block.Chain, block.Height);
    }

    private void TakeBack(BlockReverted block)
    {
        final[block.Chain] = block.TotalSupply;
        foreach (TokenTransferred transfer in recent.TakeBack(block.Chain, block.Height))
        {
            if (!undeclared.Remove(transfer))
            {
                Remove(transfer);
            }
        }
    }

    private void Remove(TokenTransferred transfer)
    {
        (string, string, string) key = (parties.Sender(transfer.From), parties.Receiver(transfer.To), transfer.Cause);
        (long count, OpgAmount amount) = flows[key];
        if (count == 1)
        {
            flows.Remove(key);
        }
        else
        {
            flows[key] = (count - 1, amount - transfer.Amount);
        }
    }

    private OpgAmount Sum(Func<Flow, bool> condition) => Total(All.Where(condition).Select(flow => flow.Amount));

    private static OpgAmount Total(IEnumerable<OpgAmount> amounts) =>
        amounts.Aggregate(OpgAmount.Zero, (total, amount) => total + amount);

    private static int Compare(
        (string From, string To, string Cause) left, (string From, string To, string Cause) right)
    {
        int order = string.CompareOrdinal(left.From, right.From);
        order = order != 0 ? order : string.CompareOrdinal(left.To, right.To);
        return order != 0 ? order : string.CompareOrdinal(left.Cause, right.Cause);
    }
}
