using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>How blobs were found, and what was wrong with the answers of replicas.</summary>
internal sealed class BlobMeasures
{
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Seconds until a client had a blob it accepted.</summary>
    public ObservationSeries FetchTime { get; } = new();

    /// <summary>Of the answers that were not the blob asked for, those that the client did not take for it.</summary>
    public TrialSeries Detected { get; } = new();

    public bool HasAny => counts.Count > 0;

    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case BlobStored: Increment("blobs.stored"); break;
            case BlobMissed: Increment("blobs.unavailable"); break;
            case BlobFetched fetched: Add(fetched); break;
            default: break;
        }
    }

    public long CountOf(string metric) => counts.GetValueOrDefault(metric);

    private void Add(BlobFetched fetched)
    {
        bool isAccepted = fetched.Outcome == BlobFetchOutcome.Accepted;
        bool isRight = fetched.Body is { } body && Protocol.Blobs.BlobId.Of(body) == fetched.Blob;
        if (!isRight)
        {
            Detected.Add(!isAccepted);
        }

        if (isAccepted)
        {
            FetchTime.Add(fetched.Elapsed.TotalSeconds);
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

    private void Increment(string metric) => counts[metric] = CountOf(metric) + 1;
}
