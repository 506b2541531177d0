namespace Simulator.Economics.Demand;

/// <summary>A spell of other demand.</summary>
/// <param name="FromDay">First day.</param>
/// <param name="ToDay">First day after it.</param>
/// <param name="Factor">What demand is multiplied by; 0 or more.</param>
public readonly record struct DemandShock(double FromDay, double ToDay, double Factor);
