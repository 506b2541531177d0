using Simulator.Primitives;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Verdicts;

/// <summary>A condition on a key of the scenario, for verdicts that hold in some arms only.</summary>
/// <param name="Value">In canonical notation.</param>
public sealed record VerdictCondition(string Key, Comparison Comparison, string Value)
{
    /// <summary>The scenario, which may be an arm of another, is one that the verdict speaks of.</summary>
    public bool HoldsIn(Scenario scenario) =>
        scenario.ValueAt(Key) is { } value && CanonicalQuantity.Compare(value, Value) is { } order
        && Comparison switch
        {
            Comparison.Unset => throw Invariant.Unreachable(this),
            Comparison.Less => order < 0,
            Comparison.AtMost => order <= 0,
            Comparison.Greater => order > 0,
            Comparison.AtLeast => order >= 0,
            Comparison.Equal => order == 0,
        };
}
