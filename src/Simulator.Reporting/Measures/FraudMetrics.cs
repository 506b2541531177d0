namespace Simulator.Reporting;

/// <summary>Metrics of fraud; the group is always the perpetrators'.</summary>
internal static class FraudMetrics
{
    public static readonly IReadOnlyList<Metric> All =
    [
        new("fraud.attempted", MetricUnit.Count, MetricKind.Count, "Times that members of a group cheated") { ByGroup = true },
        new("fraud.noticed", MetricUnit.Count, MetricKind.Fate, "Attempts that somebody noticed, out of all") { ByGroup = true },
        new("fraud.caught", MetricUnit.Count, MetricKind.Fate,
            "Members of whose attempts any was noticed, out of all who cheated")
        {
            ByGroup = true,
        },
        new("fraud.delay", MetricUnit.Seconds, MetricKind.Distribution, "From an attempt until it was first noticed")
        {
            ByGroup = true,
        },
        new("fraud.loss", MetricUnit.Opg, MetricKind.Amount, "What a group's frauds cost others") { ByGroup = true },
    ];
}
