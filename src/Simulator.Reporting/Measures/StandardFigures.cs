namespace Simulator.Reporting;

/// <summary>The figures every summary holds, whatever the scenario asks.</summary>
internal static class StandardFigures
{
    private static readonly Aggregate Median = Aggregate.Percentile(50);
    private static readonly Aggregate P95 = Aggregate.Percentile(95);
    private static readonly Aggregate P99 = Aggregate.Percentile(99);

    /// <summary>Without repetition, in the order to be shown.</summary>
    public static IReadOnlyList<MetricQuestion> Of(Measures measures, IEnumerable<MetricQuestion> asked) =>
    [
        .. Overall().Concat(ByUserGroup(measures)).Concat(Profits(measures)).Concat(measures.Figures).Concat(asked)
            .DistinctBy(question => question.ToString()),
    ];

    private static IEnumerable<MetricQuestion> Overall() =>
    [
        new("latency.end_to_end", Median),
        new("latency.end_to_end", P95),
        new("latency.end_to_end", P99),
        new("latency.end_to_end", Aggregate.Mean),
        new("latency.end_to_end", Aggregate.Max),
        .. RequestPhases.All.Select(phase => new MetricQuestion(phase.MetricName(), Aggregate.Mean)),
        new("requests.accepted", Aggregate.Share),
        new("throughput.issued", Aggregate.Mean),
        new("throughput.accepted", Aggregate.Mean),
        new("price", Aggregate.Mean),
        new("settled", Aggregate.Value),
        new("settlement.amount", Aggregate.Mean),
        new("settlement.delay", Median),
        new("settlement.delay", P95),
        new("sessions.opened", Aggregate.Count),
        new("settlements.succeeded", Aggregate.Count),
        new("settlements.succeeded", Aggregate.Share),
        new("settlements.failed", Aggregate.Count),
        new("settlements.reverted", Aggregate.Count),
        new("settlements.lost", Aggregate.Count),
        new("fees.paid", Aggregate.Value),
        new("blocks", Aggregate.Count),
        new("blocks.reverted", Aggregate.Count),
        new("transactions", Aggregate.Count),
        new("transactions.reverted", Aggregate.Count),
    ];

    private static IEnumerable<MetricQuestion> ByUserGroup(Measures measures)
    {
        string[] groups = [.. measures.Groups];
        return groups.Length < 2 ? [] : groups.SelectMany<string, MetricQuestion>(group =>
        [
            new("latency.end_to_end", Median, group),
            new("latency.end_to_end", P99, group),
            new("requests.accepted", Aggregate.Share, group),
            new("price", Aggregate.Mean, group),
        ]);
    }

    private static IEnumerable<MetricQuestion> Profits(Measures measures) => measures.Flows
        .SelectMany(flow => new[] { flow.From, flow.To })
        .Where(group => group is not PartyBook.Mint and not PartyBook.Burn)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(group => new MetricQuestion("profit", Aggregate.Value, group));
}
