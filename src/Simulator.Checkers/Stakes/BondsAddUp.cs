using System.Numerics;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Stakes;

/// <summary>Rebuilds every bond from the transfers into it and from what was taken, and compares what goes back and when.</summary>
public sealed class BondsAddUp : Checker
{
    private const string InferenceChain = "inference";

    private readonly SortedDictionary<Address, string> names = [];
    private readonly SortedDictionary<Address, BigInteger> put = [];
    private readonly SortedDictionary<string, BigInteger> taken = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Exit> leaving = new(StringComparer.Ordinal);
    private readonly List<BondReturned> returned = [];
    private BigInteger said;
    private BigInteger moved;

    public override string Name => "bonds.add_up";

    public override string Rule =>
        "A bond goes back to its party once, after its time, and without what was slashed of it.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case PartyDeclared party: names[party.Address] = party.Name; break;
            case TokenTransferred { Chain: InferenceChain } transfer: OnMoved(transfer); break;
            case BondLeaving exit: OnLeaving(exit, fact.At); break;
            case BondTaken slash: OnTaken(slash); break;
            case BondReturned back: returned.Add(back); break;
            case BlockProduced { Chain: InferenceChain } block: OnBlock(block, fact.At); break;
            default: break;
        }
    }

    private void OnMoved(TokenTransferred transfer)
    {
        switch (transfer.Cause)
        {
            case "bond": put[transfer.From] = put.GetValueOrDefault(transfer.From) + transfer.Amount.BaseUnits; break;
            case "bond_return": moved += transfer.Amount.BaseUnits; break;
        }
    }

    private void OnLeaving(BondLeaving exit, SimTime at)
    {
        BigInteger bonded = put.Where(pair => names.GetValueOrDefault(pair.Key) == exit.Party)
            .Aggregate(-taken.GetValueOrDefault(exit.Party), static (sum, pair) => sum + pair.Value);
        Judge(
            bonded == exit.Amount.BaseUnits && !leaving.ContainsKey(exit.Party),
            at,
            exit.Party,
            $"asks {exit.Amount.BaseUnits} atto-OPG back, and has {bonded} bonded");
        leaving[exit.Party] = new Exit(exit.Due) { Left = exit.Amount.BaseUnits };
        taken[exit.Party] = taken.GetValueOrDefault(exit.Party) + exit.Amount.BaseUnits;
    }

    // What has left its use is taken only after all that is in use.
    private void OnTaken(BondTaken slash)
    {
        if (leaving.TryGetValue(slash.Party, out Exit? exit))
        {
            exit.Left -= BigInteger.Min(exit.Left, slash.Lost.BaseUnits);
        }
        else
        {
            taken[slash.Party] = taken.GetValueOrDefault(slash.Party) + slash.Lost.BaseUnits;
        }
    }

    private void OnBlock(BlockProduced block, SimTime at)
    {
        foreach (BondReturned back in returned)
        {
            said += back.Amount.BaseUnits;
            bool isDue = leaving.Remove(back.Party, out Exit? exit)
                && block.UnixTime >= exit.Due && exit.Left == back.Amount.BaseUnits;
            Judge(isDue, at, back.Party, $"got {back.Amount.BaseUnits} atto-OPG of its bond back, which were not due to it");
        }

        if (returned.Count > 0 || said != moved)
        {
            Judge(said == moved, at, "bonds", $"{moved} atto-OPG went back, and {said} are said to");
        }

        returned.Clear();
    }

    private sealed class Exit(long due)
    {
        public long Due => due;

        public BigInteger Left { get; set; }
    }
}
