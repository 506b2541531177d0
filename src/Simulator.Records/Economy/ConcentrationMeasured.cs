using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>How unevenly a group's members earned; said once, at the end of an economy.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Gini">Gini coefficient of what members earned above the least of them; NaN where all earned the same.</param>
/// <param name="Nakamoto">Fewest members that together have more than a third of the group's slots.</param>
public sealed record ConcentrationMeasured(string Group, double Gini, int Nakamoto) : Observation;
