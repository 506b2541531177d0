using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>The answer to a question about a metric: a figure, or why there is none.</summary>
public sealed record MeasureResult(MetricQuestion Question, MetricUnit Unit, Estimate? Estimate, string? Problem);
