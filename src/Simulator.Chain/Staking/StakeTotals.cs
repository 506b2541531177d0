using Simulator.Chain.State;
using Simulator.Primitives;

namespace Simulator.Chain.Staking;

/// <summary>Sums over all operators: what is held now, and what was ever lost.</summary>
/// <param name="Bonded">Bonded now.</param>
/// <param name="Unbonding">On its way back now.</param>
/// <param name="Slashed">Ever slashed: burned or given to reporters.</param>
/// <param name="Burned">Ever burned by slashing.</param>
public readonly record struct StakeTotals(OpgAmount Bonded, OpgAmount Unbonding, OpgAmount Slashed, OpgAmount Burned)
{
    internal void Write(SlotWriter writer)
    {
        writer.UInt128(Bonded.BaseUnits);
        writer.UInt128(Unbonding.BaseUnits);
        writer.UInt128(Slashed.BaseUnits);
        writer.UInt128(Burned.BaseUnits);
    }
}
