using Simulator.Primitives;
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

/// <summary>What is measured covers its closed form, and closely.</summary>
/// <param name="Name">Of the estimate or the closed form.</param>
/// <param name="IsOfEstimate">The estimate of that name is meant, over all arms together.</param>
/// <param name="Within">The half-width of the interval is at most this share of the closed form.</param>
public sealed record ClosedFormVerdict(
    string Text, VerdictCondition? When, string Name, bool IsOfEstimate, Ratio Within) : Verdict(Text, When);
