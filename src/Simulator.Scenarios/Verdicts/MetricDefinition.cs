using Simulator.Scenarios.Quantities;

namespace Simulator.Scenarios.Verdicts;

/// <summary>A metric that verdicts may name.</summary>
public sealed record MetricDefinition(string Name, MetricForm Form, Dimension Dimension);
