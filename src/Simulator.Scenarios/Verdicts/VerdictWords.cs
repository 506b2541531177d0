using Simulator.Primitives;
using Simulator.Scenarios.Quantities;

namespace Simulator.Scenarios.Verdicts;

/// <summary>The words and signs of verdicts.</summary>
internal static class VerdictWords
{
    public static readonly IReadOnlyList<(string Word, Aggregate Aggregate)> Aggregates =
    [
        ("mean", Aggregate.Mean),
        ("p50", Aggregate.P50),
        ("p90", Aggregate.P90),
        ("p95", Aggregate.P95),
        ("p99", Aggregate.P99),
        ("p999", Aggregate.P999),
        ("max", Aggregate.Max),
        ("min", Aggregate.Min),
        ("sum", Aggregate.Sum),
        ("count", Aggregate.Count),
        ("share", Aggregate.Share),
        ("rate", Aggregate.Rate),
    ];

    // Longer signs first: "<" is also the start of "<=".
    public static readonly IReadOnlyList<(string Sign, Comparison Comparison)> Comparisons =
    [
        ("<=", Comparison.AtMost),
        (">=", Comparison.AtLeast),
        ("==", Comparison.Equal),
        ("<", Comparison.Less),
        (">", Comparison.Greater),
    ];

    public static string SignOf(Comparison comparison) =>
        Comparisons.First(known => known.Comparison == comparison).Sign;

    /// <summary>The aggregates that a metric of this form allows, by word.</summary>
    public static IReadOnlyList<string> AllowedFor(MetricForm form) => form switch
    {
        MetricForm.Samples => ["mean", "p50", "p90", "p95", "p99", "p999", "max", "min", "sum", "count"],
        MetricForm.Counter => ["share", "count", "rate"],
        MetricForm.Value or MetricForm.ValueOfGroup => [],
        MetricForm.Unset => throw Invariant.Unreachable(form),
    };

    public static Dimension DimensionOf(Aggregate aggregate, Dimension metric) => aggregate switch
    {
        Aggregate.Count => Dimension.Count,
        Aggregate.Share => Dimension.Ratio,
        Aggregate.Rate => Dimension.Rate,
        Aggregate.Unset => throw Invariant.Unreachable(aggregate),
        Aggregate.Itself or Aggregate.Mean or Aggregate.P50 or Aggregate.P90 or Aggregate.P95 or Aggregate.P99
            or Aggregate.P999 or Aggregate.Max or Aggregate.Min or Aggregate.Sum => metric,
    };
}
