using Simulator.Scenarios.Quantities;

namespace Simulator.Scenarios.Verdicts;

/// <summary>What a scenario expects to be true of its run.</summary>
/// <param name="Text">In canonical notation, as reports print it.</param>
/// <param name="When">The arms of an experiment that it holds for; null: all.</param>
public abstract record Verdict(string Text, VerdictCondition? When);

/// <summary>A checker found nothing wrong.</summary>
public sealed record CheckerVerdict(string Text, VerdictCondition? When, string Checker) : Verdict(Text, When);

/// <summary>A metric compared with a bound.</summary>
/// <param name="Group">The group whose value is meant; null where the metric has none.</param>
/// <param name="Bound">In the dimension of the metric after the aggregate.</param>
public sealed record MetricVerdict(
    string Text,
    VerdictCondition? When,
    Aggregate Aggregate,
    string Metric,
    string? Group,
    Comparison Comparison,
    Quantity Bound) : Verdict(Text, When);
