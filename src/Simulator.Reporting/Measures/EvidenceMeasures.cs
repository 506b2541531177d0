using Simulator.Primitives;
using Simulator.Protocol.Settlement;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>How much of what was answered reached the inference chain, how fast, and at what cost.</summary>
internal sealed class EvidenceMeasures
{
    private readonly EvidenceFold fold;
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> failures = new(StringComparer.Ordinal);
    private readonly ObservationSeries delay = new();
    private readonly ObservationSeries batchSize = new();
    private readonly ObservationSeries gas = new();

    public EvidenceMeasures() => fold = new EvidenceFold(End);

    /// <summary>True as soon as a gateway has reported anything.</summary>
    public bool HasAny => counts.Count > 0;

    /// <summary>Out of all jobs and refused reports; open jobs count when the run is over.</summary>
    public TrialSeries Settled { get; } = new();

    /// <summary>Why workers gave jobs up, by name.</summary>
    public IReadOnlyDictionary<string, long> Failures => failures;

    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case EvidenceQueued: Increment("evidence.queued"); break;
            case EvidenceWithheld: Increment("evidence.private"); break;
            case EvidenceRefused: Increment("evidence.refused"); Settled.Add(false); break;
            case EvidenceBatchReturned: Increment("evidence.batches_returned"); break;
            case BatchEvidenceSettled settled:
                Increment("evidence.transactions");
                batchSize.Add(settled.Rows.Count);
                break;
            case IndividualEvidenceSettled: Increment("evidence.transactions"); break;
            default: break;
        }

        fold.Observe(fact);
    }

    public void Complete()
    {
        fold.Complete();
        for (int job = 0; job < fold.OpenCount; job++)
        {
            Settled.Add(false);
        }
    }

    public long CountOf(string metric) => metric == "evidence.open" ? fold.OpenCount : counts.GetValueOrDefault(metric);

    public ObservationSeries? Series(string metric) => metric switch
    {
        "evidence.delay" => delay,
        "evidence.batch_size" => batchSize,
        "evidence.gas" => gas,
        _ => null,
    };

    private void End(EvidenceRecord job)
    {
        Settled.Add(job.Fate == EvidenceFate.Settled);
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
