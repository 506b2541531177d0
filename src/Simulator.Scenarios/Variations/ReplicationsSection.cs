using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Variations;

/// <summary>The keys of <c>replications:</c> where it is a rule.</summary>
internal static class ReplicationsSection
{
    public const int Most = 100_000;

    private const int UsualLeast = 30;

    private static readonly Key<MetricTerm> Metric = new("metric", new MetricTermShape())
    {
        Documentation = "The figure whose interval is looked at, as on the left side of a verdict.",
        Example = "p99(latency.end_to_end)",
    };

    private static readonly Key<HalfWidth> HalfWidth = new("half_width", new HalfWidthShape())
    {
        Documentation = "Half of the 95 % interval's width that is narrow enough: in the unit of the metric, or with % as "
            + "a share of the mean. A metric that may cross zero needs its unit.",
        Example = "5 %",
    };

    private static readonly Section<ReplicationRule> Rule = new(
        "a rule to stop by",
        [Metric, HalfWidth],
        values => new ReplicationRule(values.Get(Metric), values.Get(HalfWidth).Quantity, values.Get(HalfWidth).IsRelative))
    {
        Rules = values => RequireUnit(values),
    };

    private static readonly Key<ReplicationRule> Until = new("until", Rule)
    {
        Documentation = "Replications end as soon as this holds in every arm.",
        Example = "{ metric: p99(latency.end_to_end), half_width: 5 % }",
    };

    private static readonly Key<int> Min = new("min", new IntegerShape<int>(Bounds<int>.From(2, Most)))
    {
        Documentation = "Replications before the rule is asked for the first time.",
        Default = "30",
        Convention = "with fewer, rules stop too early too often; never above max",
        Example = "30",
    };

    private static readonly Key<int> Max = new("max", new IntegerShape<int>(Bounds<int>.From(2, Most)))
    {
        Documentation = "Replications at most, whatever the rule says.",
        Example = "200",
    };

    public static readonly Section<Replications> Shape = new(
        "a rule for the number of replications", [Until, Min, Max], Build)
    {
        Rules = values =>
        {
            if (values.IsWritten(Min) && values.Get(Min) > values.Get(Max))
            {
                values.Refuse(Min, "'min' is above 'max'", "at most as many as 'max'", "lower 'min' or raise 'max'");
            }
        },
    };

    private static Replications Build(SectionValues values) => new(
        Math.Min(values.IsWritten(Min) ? values.Get(Min) : UsualLeast, values.Get(Max)),
        values.Get(Max),
        values.Get(Until));

    private static void RequireUnit(SectionValues values)
    {
        (HalfWidth width, MetricTerm metric) = (values.Get(HalfWidth), values.Get(Metric));
        if (!width.IsRelative && width.Quantity.Dimension != metric.Dimension)
        {
            values.Refuse(
                HalfWidth,
                $"{width.Quantity} is not {Units.Noun(metric.Dimension)}",
                $"{Units.Noun(metric.Dimension)}, or a share of the mean in %",
                $"write for example {Units.Example(metric.Dimension)} or 5 %");
        }
    }
}
