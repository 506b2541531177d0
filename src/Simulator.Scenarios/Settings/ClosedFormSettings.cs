using Simulator.Scenarios.Expressions;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Settings;

/// <summary>What theory says a figure comes to, beside what is measured.</summary>
/// <param name="Name">As verdicts call it: <c>closed_form(NAME)</c>.</param>
/// <param name="Metric">The measured figure.</param>
/// <param name="Formula">Its value in base units: seconds, OPG, a fraction of one; computed in every arm.</param>
/// <param name="Derivation">Where the formula comes from; null where the file does not say.</param>
public sealed record ClosedFormSettings(string Name, MetricTerm Metric, Formula Formula, string? Derivation);
