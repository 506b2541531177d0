using Simulator.Primitives;
using Simulator.Protocol.Settlement;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>How much of what was answered reached the inference chain, how fast, and at what cost.</summary>
internal sealed class EvidenceMeasures : MeasureSet
{
    private readonly EvidenceFold fold;
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> failures = new(StringComparer.Ordinal);
    private readonly ObservationSeries delay = new();
    private readonly ObservationSeries batchSize = new();
    private readonly ObservationSeries gas = new();

    // Out of all jobs and refused reports; open jobs count when the run is over.
    private readonly TrialSeries settled = new();

    public EvidenceMeasures() => fold = new EvidenceFold(End);

    public override IReadOnlyList<Metric> Metrics => EvidenceMetrics.All;

    public override IEnumerable<MetricQuestion> Figures => counts.Count == 0 ? [] :
    [
        new("evidence.settled", Aggregate.Share),
        new("evidence.delay", Aggregate.Percentile(50)),
        new("evidence.delay", Aggregate.Percentile(99)),
        new("evidence.batch_size", Aggregate.Mean),
        new("evidence.gas", Aggregate.Mean),
        .. Metrics.Where(metric => metric.Kind == MetricKind.Count)
            .Select(metric => new MetricQuestion(metric.Name, Aggregate.Count)),
    ];

    /// <summary>Why workers gave jobs up, by name.</summary>
    public IReadOnlyDictionary<string, long> Failures => failures;

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case EvidenceQueued: Increment("evidence.queued"); break;
            case EvidenceWithheld: Increment("evidence.private"); break;
            case EvidenceRefused: Increment("evidence.refused"); settled.Add(false); break;
            case EvidenceBatchReturned: Increment("evidence.batches_returned"); break;
            case BatchEvidenceSettled batch:
                Increment("evidence.transactions");
                batchSize.Add(batch.Rows.Count);
                break;
            case IndividualEvidenceSettled: Increment("evidence.transactions"); break;
            default: break;
        }

        fold.Observe(fact);
    }

    public override void Complete(SimTime end)
    {
        fold.Complete();
        for (int job = 0; job < fold.OpenCount; job++)
        {
            settled.Add(false);
        }
    }

    public override long CountOf(string metric, string? group) =>
        metric == "evidence.open" ? fold.OpenCount : counts.GetValueOrDefault(metric);

    public override ObservationSeries? Series(string metric, string? group) => metric switch
    {
        "evidence.delay" => delay,
        "evidence.batch_size" => batchSize,
        "evidence.gas" => gas,
        _ => null,
    };

    public override TrialSeries? Fate(string metric, string? group) => settled;

    private void End(EvidenceRecord job)
    {
        settled.Add(job.Fate == EvidenceFate.Settled);
        switch (job.Fate)
        {
            case EvidenceFate.Settled: Settle(job); break;
            case EvidenceFate.Failed: Fail(job.Reason ?? "unnamed"); break;
            case EvidenceFate.Lost: Increment("evidence.lost"); break;
            default: throw Invariant.Unreachable(job.Fate);
        }
    }

    private void Settle(EvidenceRecord job)
    {
        Increment(job.Type == SettlementType.Batch ? "evidence.batched" : "evidence.individual");
        if (job.Delay is { } span)
        {
            delay.Add(span.TotalSeconds);
        }

        if (job.Gas is { } used)
        {
            gas.Add((double)used / job.Answers!.Value);
        }
    }

    private void Fail(string reason)
    {
        Increment("evidence.failed");
        failures[reason] = failures.GetValueOrDefault(reason) + 1;
    }

    private void Increment(string metric) => counts[metric] = counts.GetValueOrDefault(metric) + 1;
}
