namespace Simulator.Reporting;

/// <summary>A value that theory gives.</summary>
/// <param name="Formula">As the scenario file writes it.</param>
/// <param name="Derivation">Where it comes from; null where the file does not say.</param>
/// <param name="Value">In the figure's base unit; null where the formula has no value.</param>
public sealed record ClosedForm(string Formula, string? Derivation, double? Value);
