namespace Simulator.Reporting;

/// <summary>Metrics of who is shut out, and for how long.</summary>
internal static class AccessMetrics
{
    public static readonly IReadOnlyList<Metric> All =
    [
        new("access.shut_out", MetricUnit.Share, MetricKind.Amount,
            "Of all pairs of a user and a tenth of the asking time in which it asked: those in which nothing that it asked was "
            + "answered")
        {
            ByGroup = true,
        },
        new("access.never_served", MetricUnit.Share, MetricKind.Amount, "Users who asked and never had an answer, out of those who asked")
        {
            ByGroup = true,
        },
        new("access.time_shut_out", MetricUnit.Seconds, MetricKind.Distribution,
            "For each user who asked: time from questions that were not answered until the next that was, added up")
        {
            ByGroup = true,
        },
        new("access.refused", MetricUnit.Count, MetricKind.Count, "Requests that were not answered, whatever the reason")
        {
            ByGroup = true,
        },
    ];
}
