namespace Simulator.Reporting;

/// <summary>Metrics of evidence settlement.</summary>
internal static class EvidenceMetrics
{
    public static readonly IReadOnlyList<Metric> All =
    [
        new("evidence.settled", MetricUnit.Count, MetricKind.Fate, "Reported answers whose hashes came on chain"),
        new("evidence.delay", MetricUnit.Seconds, MetricKind.Distribution,
            "From the end of computing until the block with the answer's hashes"),
        new("evidence.batch_size", MetricUnit.Count, MetricKind.Distribution, "Answers in one settled batch"),
        new("evidence.gas", MetricUnit.Count, MetricKind.Distribution,
            "Gas of a settlement transaction, per answer in it"),
        Count("evidence.queued", "Jobs that facilitators made of reported answers"),
        Count("evidence.batched", "Answers settled as one leaf of a batch"),
        Count("evidence.individual", "Answers settled in a transaction of their own"),
        Count("evidence.private", "Answers whose hashes their clients kept off the chain"),
        Count("evidence.refused", "Reports of which no job was made"),
        Count("evidence.failed", "Jobs that workers gave up"),
        Count("evidence.lost", "Jobs in the memory of workers that died"),
        Count("evidence.open", "Jobs without an end when the run ended"),
        Count("evidence.transactions", "Transactions that settled evidence"),
        Count("evidence.batches_returned", "Batches that failed and waited again"),
    ];

    private static Metric Count(string name, string meaning) => new(name, MetricUnit.Count, MetricKind.Count, meaning);
}
