using Simulator.Scenarios.Expressions;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>What formulas come to in a scenario, in the units of metrics.</summary>
internal static class FormulaValues
{
    /// <summary>The value; null without a formula, and where a key has no number or the result is not finite.</summary>
    public static double? Find(Formula? formula, Scenario scenario) =>
        Rounding.Twelve(formula?.At(path => NumberAt(scenario, path)));

    /// <summary>The value with another number at one key, for the curve between two arms.</summary>
    public static double? Find(Formula formula, Scenario scenario, string key, double number) =>
        Rounding.Twelve(formula.At(path => path == key ? number : NumberAt(scenario, path)));

    private static double? NumberAt(Scenario scenario, string path) =>
        scenario.ValueAt(path) is { } text ? CanonicalValue.Of(path, text).Number : null;
}
