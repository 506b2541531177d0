using System.Numerics;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Checkers.Stakes;

/// <summary>Rebuilds what is staked, slashed and burned from token transfers alone, and compares the contract's word.</summary>
public sealed class StakesAddUp : Checker
{
    private readonly SortedDictionary<string, Sums> chains = new(StringComparer.Ordinal);

    public override string Name => "stakes.add_up";

    public override string Rule =>
        "Staked, slashed and burned OPG, as the staking contract states them, are what its transfers add up to.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case TokenTransferred moved: OnMoved(moved); break;
            case StakeTotalled said: OnTotalled(said, fact.At); break;
            case BlockProduced block: OnBlock(block, fact.At); break;
            default: break;
        }
    }

    public override void Complete()
    {
        foreach ((string chain, Sums sums) in chains)
        {
            RequireSaid(sums, chain, SimTime.Start);
        }
    }

    private void OnMoved(TokenTransferred moved)
    {
        BigInteger amount = moved.Amount.BaseUnits;
        Sums sums = Of(moved.Chain);
        switch (moved.Cause)
        {
            case "stake": sums.In += amount; break;
            case "unstake": sums.Returned += amount; break;
            case "slash_burn": sums.Burned += amount; break;
            case "slash_reward": sums.Rewarded += amount; break;
            default: return;
        }

        sums.UnsaidSince ??= moved.Height;
    }

    private void OnTotalled(StakeTotalled said, SimTime at)
    {
        Sums sums = Of(said.Chain);
        sums.UnsaidSince = null;
        string subject = $"{said.Chain} block {said.Height}";
        BigInteger slashed = sums.Burned + sums.Rewarded;
        BigInteger staked = sums.In - sums.Returned - slashed;
        BigInteger saidStaked = (BigInteger)said.Bonded.BaseUnits + said.Unbonding.BaseUnits;
        Judge(saidStaked == staked, at, subject, $"{saidStaked} atto-OPG are said to be staked, transfers leave {staked}");
        Judge(
            said.Slashed.BaseUnits == slashed,
            at,
            subject,
            $"{said.Slashed.BaseUnits} atto-OPG are said to be slashed, transfers took {slashed}");
        Judge(
            said.Burned.BaseUnits == sums.Burned,
            at,
            subject,
            $"{said.Burned.BaseUnits} atto-OPG are said to be burned by slashing, transfers burned {sums.Burned}");
    }

    // The totals are stated after their block, so a movement may go unstated until the next one and no longer.
    private void OnBlock(BlockProduced block, SimTime at)
    {
        Sums sums = Of(block.Chain);
        if (sums.UnsaidSince < block.Height)
        {
            RequireSaid(sums, block.Chain, at);
        }
    }

    private void RequireSaid(Sums sums, string chain, SimTime at)
    {
        if (sums.UnsaidSince is { } height)
        {
            Judge(false, at, $"{chain} block {height}", "stake moved, but the contract's totals did not change");
            sums.UnsaidSince = null;
        }
    }

    private Sums Of(string chain)
    {
        if (!chains.TryGetValue(chain, out Sums? sums))
        {
            chains[chain] = sums = new Sums();
        }

        return sums;
    }

    private sealed class Sums
    {
        public BigInteger In { get; set; }

        public BigInteger Returned { get; set; }

        public BigInteger Burned { get; set; }

        public BigInteger Rewarded { get; set; }

        /// <summary>First block whose movements of stake have not been stated yet.</summary>
        public long? UnsaidSince { get; set; }
    }
}
