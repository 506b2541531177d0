using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Settings;

/// <summary>How often every arm is run.</summary>
/// <param name="Least">At least 1.</param>
/// <param name="Most">Not below <see cref="Least"/>; the same where there is no rule to stop by.</param>
/// <param name="Until">Between the two, when it is enough; null: a fixed number.</param>
public sealed record Replications(int Least, int Most, ReplicationRule? Until);

/// <summary>Enough replications: the interval of a metric is narrow enough in every arm.</summary>
/// <param name="Metric">Whose interval is looked at.</param>
/// <param name="HalfWidth">In the metric's dimension, or a share of the mean.</param>
/// <param name="IsRelative">The half-width is a share of the mean.</param>
public sealed record ReplicationRule(MetricTerm Metric, Quantity HalfWidth, bool IsRelative);
