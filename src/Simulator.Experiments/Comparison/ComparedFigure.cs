using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>One figure on both sides of a comparison.</summary>
/// <param name="Name">As verdicts write it.</param>
/// <param name="Unit">Base unit.</param>
/// <param name="First">Value on the first side.</param>
/// <param name="Second">Value on the second side.</param>
/// <param name="Difference">Second less first, with the 95 % interval of this difference alone.</param>
/// <param name="IsReal">Chance alone would hardly make it, all figures compared taken together.</param>
/// <param name="IsSame">Equal in every run.</param>
public sealed record ComparedFigure(
    string Name, MetricUnit Unit, double First, double Second, Estimate Difference, bool IsReal, bool IsSame);
