using Simulator.Checkers;
using Simulator.Inference.Catalogue;
using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Verdicts;
using Simulator.Scenarios.Worlds;

namespace Simulator.Experiments;

/// <summary>All names a scenario file may use in this build.</summary>
public static class MetricVocabulary
{
    /// <param name="models">The shipped models.</param>
    /// <param name="more">References to models of a local store.</param>
    public static ScenarioVocabulary Of(ModelStore models, params IEnumerable<string> more)
    {
        using CheckerSuite suite = new();
        ScenarioVocabulary vocabulary =
            Vocabulary.Of(models, [.. suite.Checkers.Select(checker => checker.Name)], [.. Metrics.All.Select(Define)]);
        return vocabulary with { Models = [.. vocabulary.Models.Concat(more).Distinct(StringComparer.Ordinal)] };
    }

    private static MetricDefinition Define(Metric metric) =>
        new(metric.Name, FormOf(metric), DimensionOf(metric.Unit), metric.ByGroup);

    private static MetricForm FormOf(Metric metric) => metric.Kind switch
    {
        MetricKind.Unset => throw Invariant.Unreachable(metric),
        MetricKind.Distribution => MetricForm.Samples,
        MetricKind.Fate => MetricForm.Counter,
        MetricKind.Rate => MetricForm.Value,
        MetricKind.Count or MetricKind.Amount => metric.ByGroup ? MetricForm.ValueOfGroup : MetricForm.Value,
    };

    private static Dimension DimensionOf(MetricUnit unit) => unit switch
    {
        MetricUnit.Unset => throw Invariant.Unreachable(unit),
        MetricUnit.Seconds => Dimension.Time,
        MetricUnit.Opg => Dimension.Opg,
        MetricUnit.Gwei => Dimension.Ether,
        MetricUnit.Usd => Dimension.Usd,
        MetricUnit.Count => Dimension.Count,
        MetricUnit.PerSecond => Dimension.Rate,
        MetricUnit.Share => Dimension.Ratio,
    };
}
