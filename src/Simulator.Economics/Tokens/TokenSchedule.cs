using Simulator.Primitives;

namespace Simulator.Economics.Tokens;

/// <summary>How the supply is allocated, and which allocation is paid out as staking rewards.</summary>
/// <param name="Allocations">All of the supply, none twice.</param>
/// <param name="Rewards">Name of the allocation that stakers earn as it unlocks.</param>
public sealed record TokenSchedule(IReadOnlyList<Allocation> Allocations, string Rewards)
{
    public OpgAmount Supply =>
        Allocations.Aggregate(OpgAmount.Zero, (total, allocation) => total + allocation.Total);

    /// <summary>What may be moved at the start of a day, staking rewards included.</summary>
    public OpgAmount CirculatingBy(int day) =>
        Allocations.Aggregate(OpgAmount.Zero, (total, allocation) => total + allocation.UnlockedBy(day));
}
