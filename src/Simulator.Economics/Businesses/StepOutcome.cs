namespace Simulator.Economics.Businesses;

/// <summary>Sums over a group's members of what one epoch did; amounts in atto-OPG.</summary>
/// <param name="Members">Members at its start.</param>
/// <param name="Workers">Members that worked.</param>
/// <param name="Sold">Sold to cover costs, and of profit.</param>
/// <param name="Abandoned">Held by members who left.</param>
/// <param name="Leaving">Members who left.</param>
public readonly record struct StepOutcome(int Members, int Workers, UInt128 Sold, UInt128 Abandoned, int Leaving);
