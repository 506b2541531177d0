namespace Simulator.Reporting;

/// <summary>Metrics of storage.</summary>
internal static class BlobMetrics
{
    public static readonly IReadOnlyList<Metric> All =
    [
        new("latency.blob_fetch", MetricUnit.Seconds, MetricKind.Distribution,
            "From the first replica asked until a client accepts a blob"),
        new("blobs.detected", MetricUnit.Count, MetricKind.Fate,
            "Replica answers that were not the blob asked for, and that the client did not take for it"),
        Count("blobs.stored", "Replicas that storage nodes confirmed"),
        Count("blobs.fetched", "Replica answers that clients accepted"),
        Count("blobs.not_found", "Replica answers without the blob"),
        Count("blobs.corrupted", "Replica answers whose content nobody knows"),
        Count("blobs.withheld", "Replicas that did not answer in time"),
        Count("blobs.substituted", "Replica answers with another known blob"),
        Count("blobs.unavailable", "Fetches that ended without any replica serving the blob"),
    ];

    private static Metric Count(string name, string meaning) => new(name, MetricUnit.Count, MetricKind.Count, meaning);
}
