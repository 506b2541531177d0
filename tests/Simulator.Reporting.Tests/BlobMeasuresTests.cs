using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Records;

namespace Simulator.Reporting.Tests;

/// <summary>Storage is measured by what arrived, not by what clients say of it.</summary>
public sealed class BlobMeasuresTests
{
    private static readonly byte[] Right = [1, 2, 3];
    private static readonly BlobId Id = BlobId.Of(Right);

    [Fact]
    public void Answers_are_counted_by_outcome_and_time_runs_until_acceptance()
    {
        Measures measures = Observe(
            new BlobStored(Id, 3, "good/1"),
            Fetched(BlobFetchOutcome.NotFound, null, 1),
            Fetched(BlobFetchOutcome.Corrupted, [1, 2, 4], 2),
            Fetched(BlobFetchOutcome.Substituted, [9], 3),
            Fetched(BlobFetchOutcome.Withheld, null, 33),
            Fetched(BlobFetchOutcome.Accepted, Right, 34),
            new BlobMissed(Id, "honest/2", 5, SimDuration.FromSeconds(90)));

        string[] ones =
        [
            "blobs.stored", "blobs.not_found", "blobs.corrupted", "blobs.substituted", "blobs.withheld", "blobs.fetched",
            "blobs.unavailable",
        ];
        Assert.All(ones, metric => Assert.Equal(1, Value(measures, metric, Aggregate.Count)));
        Assert.Equal(34, Value(measures, "latency.blob_fetch", Aggregate.Max));
        Assert.Equal(1, Value(measures, "blobs.detected", Aggregate.Share));
        Assert.Equal(4, Value(measures, "blobs.detected", Aggregate.Count));
    }

    [Fact]
    public void Wrong_content_that_a_client_accepts_was_not_detected() =>
        Assert.Equal(0, Value(Observe(Fetched(BlobFetchOutcome.Accepted, [9], 1)), "blobs.detected", Aggregate.Share));

    private static BlobFetched Fetched(BlobFetchOutcome outcome, byte[]? body, long seconds) =>
        new(Id, "good/1", "honest/1", outcome, body, SimDuration.FromSeconds(seconds));

    private static double Value(Measures measures, string metric, Aggregate aggregate) =>
        measures.Evaluate(metric, aggregate).Estimate!.Value;

    private static Measures Observe(params Observation[] observations)
    {
        Measures measures = new(SimDuration.FromSeconds(60));
        foreach (Observation observation in observations)
        {
            measures.Observe(new ObservedFact(SimTime.Start, "test", observation));
        }

        measures.Complete();
        return measures;
    }
}
