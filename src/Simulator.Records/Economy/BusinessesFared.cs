namespace Simulator.Records;

/// <summary>How a group of businesses fared in an epoch.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Active">Members at its end.</param>
/// <param name="Entered">Members that have entered since day 0.</param>
/// <param name="Left">Members that have left since day 0.</param>
/// <param name="Profit">Mean profit of members in USD per day, smoothed over a month; NaN where there is none.</param>
public readonly record struct BusinessesFared(string Group, int Active, long Entered, long Left, double Profit);
