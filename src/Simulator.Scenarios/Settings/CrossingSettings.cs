using Simulator.Scenarios.Expressions;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Settings;

/// <summary>A question to all arms together: at which value of a varied key a figure crosses zero.</summary>
/// <param name="Name">As verdicts call it: <c>estimate(NAME)</c>.</param>
/// <param name="Curve">Whose zero is looked for.</param>
/// <param name="Over">The varied key and the dimension of its values.</param>
/// <param name="Between">A key with two values: the curve is the figure at the larger less that at the smaller; null: the
/// figure itself.</param>
public sealed record CrossingSettings(string Name, MetricDifference Curve, VariedAxis Over, VariedAxis? Between)
{
    /// <summary>The value of <see cref="Over"/> that theory gives, in base units; null where none is stated.</summary>
    public Formula? ClosedForm { get; init; }

    /// <summary>Where the closed form comes from; null where the file does not say.</summary>
    public string? Derivation { get; init; }
}

/// <summary>A figure, or one less another.</summary>
/// <param name="Text">In canonical notation.</param>
/// <param name="Second">Null where the first stands alone.</param>
public sealed record MetricDifference(string Text, MetricTerm First, MetricTerm? Second);

/// <summary>A key whose values are numbers.</summary>
/// <param name="Key">Dotted path.</param>
/// <param name="Dimension">Of its values.</param>
public sealed record VariedAxis(string Key, Dimension Dimension);
