using Simulator.Chain.Blocks;
using Simulator.Chain.Staking;
using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Actors.FullNodes;

/// <summary>Says aloud what the staking contract holds and ever took, after every block that changed it.</summary>
internal sealed class StakeAnnouncer(InferenceChain chain)
{
    private StakeTotals said;
    private bool isDeclared;

    /// <summary>Called after each block, once the block itself has been announced.</summary>
    public void Announce(IActorContext context)
    {
        StakeTotals totals = chain.Staking.Totals;
        if (totals == said)
        {
            return;
        }

        Declare(context);
        said = totals;
        context.Observe(new StakeTotalled(
            FullNode.ChainName,
            (long)chain.Chain.Head.Height,
            totals.Bonded,
            totals.Unbonding,
            totals.Slashed,
            totals.Burned));
    }

    /// <summary>The block was announced before a crash: whatever changed has been said.</summary>
    public void Repeat() => (said, isDeclared) = (chain.Staking.Totals, true);

    private void Declare(IActorContext context)
    {
        if (!isDeclared)
        {
            isDeclared = true;
            context.Observe(new PartyDeclared(chain.Staking.Address, "staking", "staking", PartyRole.Treasury));
        }
    }
}
