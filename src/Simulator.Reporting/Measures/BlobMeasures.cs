using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>How blobs were found, and what was wrong with the answers of replicas.</summary>
internal sealed class BlobMeasures : MeasureSet
{
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    private readonly ObservationSeries fetchTime = new();
    private readonly TrialSeries detected = new();

    public override IReadOnlyList<Metric> Metrics => BlobMetrics.All;

    public override IEnumerable<MetricQuestion> Figures => counts.Count == 0 ? [] :
    [
        new("latency.blob_fetch", Aggregate.Percentile(50)),
        new("latency.blob_fetch", Aggregate.Max),
        new("blobs.detected", Aggregate.Share),
        .. Metrics.Where(metric => metric.Kind == MetricKind.Count)
            .Select(metric => new MetricQuestion(metric.Name, Aggregate.Count)),
    ];

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case BlobStored: Increment("blobs.stored"); break;
            case BlobMissed: Increment("blobs.unavailable"); break;
            case BlobFetched fetched: Add(fetched); break;
            default: break;
        }
    }

    public override ObservationSeries? Series(string metric, string? group) => fetchTime;

    public override TrialSeries? Fate(string metric, string? group) => detected;

    public override long CountOf(string metric, string? group) => counts.GetValueOrDefault(metric);

    private void Add(BlobFetched fetched)
    {
        bool isAccepted = fetched.Outcome == BlobFetchOutcome.Accepted;
        bool isRight = fetched.Body is { } body && Protocol.Blobs.BlobId.Of(body) == fetched.Blob;
        if (!isRight)
        {
            detected.Add(!isAccepted);
        }

        if (isAccepted)
        {
            fetchTime.Add(fetched.Elapsed.TotalSeconds);
        }

        Increment(fetched.Outcome switch
        {
            BlobFetchOutcome.Accepted => "blobs.fetched",
            BlobFetchOutcome.NotFound => "blobs.not_found",
            BlobFetchOutcome.Corrupted => "blobs.corrupted",
            BlobFetchOutcome.Withheld => "blobs.withheld",
            BlobFetchOutcome.Substituted => "blobs.substituted",
            _ => throw Primitives.Invariant.Unreachable(fetched.Outcome),
        });
    }

    private void Increment(string metric) => counts[metric] = CountOf(metric, null) + 1;
}
