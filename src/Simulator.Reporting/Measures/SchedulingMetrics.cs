namespace Simulator.Reporting;

/// <summary>Metrics of how requests are spread over nodes, and of queues.</summary>
internal static class SchedulingMetrics
{
    public static readonly IReadOnlyList<Metric> All =
    [
        OfGroup("load.share", "Answers that nodes of a group computed, out of all that nodes computed"),
        OfGroup("load.least", "As load.share, in that tenth of the asking time in which it was least"),
        OfGroup("load.recent", "As load.share, in the last fifth of the asking time"),
        new("load.jain", MetricUnit.Share, MetricKind.Amount,
            "Jain's index of answers per node: 1 when all nodes compute equally many, 1/n when one computes all"),
        new("load.gini", MetricUnit.Share, MetricKind.Amount,
            "Gini coefficient of answers per node: 0 when all nodes compute equally many"),
        OfGroup("trust", "Mean over the nodes of a group and the users who rated them of the last score, out of 10000"),
        OfGroup("trust.least", "The lowest score of trust that any user ever had in a node of the group, out of 10000"),
        Count("queue.refused", "Requests that came to a full queue and were refused"),
        Count("queue.dropped", "Requests that waited in a full queue and made room for another one"),
        new("queue.length", MetricUnit.Count, MetricKind.Amount,
            "Requests that wait for a slot, all nodes together, on average over the time in which users ask"),
    ];

    private static Metric OfGroup(string name, string meaning) =>
        new(name, MetricUnit.Share, MetricKind.Amount, meaning) { ByGroup = true };

    private static Metric Count(string name, string meaning) => new(name, MetricUnit.Count, MetricKind.Count, meaning);
}
