using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>What the staking contract says it holds and ever took, whenever that has changed.</summary>
/// <param name="Chain">Name of the chain.</param>
/// <param name="Height">The block after which it says so.</param>
/// <param name="Bonded">Bonded now.</param>
/// <param name="Unbonding">On its way back to its owners.</param>
/// <param name="Slashed">Ever slashed: burned or given to reporters.</param>
/// <param name="Burned">Ever burned by slashing.</param>
public sealed record StakeTotalled(
    string Chain,
    long Height,
    OpgAmount Bonded,
    OpgAmount Unbonding,
    OpgAmount Slashed,
    OpgAmount Burned) : Observation;
