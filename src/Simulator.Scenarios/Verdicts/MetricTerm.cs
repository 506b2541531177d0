using Simulator.Scenarios.Quantities;

namespace Simulator.Scenarios.Verdicts;

/// <summary>One figure of a run, as verdicts name it: <c>p99(latency.end_to_end)</c>, <c>profit(cheaters)</c>.</summary>
/// <param name="Text">In canonical notation.</param>
/// <param name="Group">The group whose value is meant; null where the metric has none.</param>
/// <param name="Dimension">After the aggregate.</param>
public sealed record MetricTerm(string Text, Aggregate Aggregate, string Metric, string? Group, Dimension Dimension);
