using Simulator.Scenarios.Quantities;

namespace Simulator.Scenarios.Verdicts;

/// <summary>A metric that verdicts may name.</summary>
/// <param name="Name">As verdicts write it.</param>
/// <param name="Form">What can be asked of it.</param>
/// <param name="Dimension">Of its values.</param>
/// <param name="ByGroup">Whether an aggregate may look at one group alone: <c>share(fraud.noticed, cheaters)</c>.</param>
public sealed record MetricDefinition(string Name, MetricForm Form, Dimension Dimension, bool ByGroup = false);
