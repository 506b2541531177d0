using Simulator.Scenarios.Quantities;

namespace Simulator.Scenarios.Variations;

/// <summary>Half of an interval's width, in the unit of a metric or as a share of the mean.</summary>
internal sealed record HalfWidth(Quantity Quantity, bool IsRelative);
