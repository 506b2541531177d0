namespace Simulator.Reporting;

/// <summary>What theory says of a figure, in every arm.</summary>
/// <param name="Name">As verdicts call it.</param>
/// <param name="Figure">As verdicts write the measured figure.</param>
/// <param name="Formula">As the scenario file writes it.</param>
/// <param name="Derivation">Where it comes from; null where the file does not say.</param>
/// <param name="Values">By arm, in the figure's base unit; null where the formula has no value.</param>
/// <param name="Along">The value in an arm (from 0) with another number at one key, for curves between arms.</param>
public sealed record ExperimentClosedForm(
    string Name,
    string Figure,
    string Formula,
    string? Derivation,
    IReadOnlyList<double?> Values,
    Func<int, string, double, double?> Along)
{
    /// <summary>Measured beside theory in an arm; null where either is missing.</summary>
    public ClosedFormMatch? In(ArmSummary arm) =>
        Values[arm.Arm] is { } value && Measured(arm) is { Estimate: { } estimate } ? new ClosedFormMatch(value, estimate) : null;

    /// <summary>The measured figure in an arm; null where no arm has it.</summary>
    public ArmFigure? Measured(ArmSummary arm) => arm.Figures.FirstOrDefault(figure => figure.Name == Figure);
}
