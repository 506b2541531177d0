using Simulator.Actors.Facilitators.Http;
using Simulator.Primitives;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Facilitators;

/// <summary>Settlement jobs by id: waiting, in the worker's hands, or done with their result.</summary>
/// <remarks>Results are kept for <see cref="Retention"/>; the real service keeps them for ever, which memory would not bear.</remarks>
internal sealed class JobBook(int capacity)
{
    public static readonly SimDuration Retention = SimDuration.FromHours(1);

    private readonly Queue<SettlementJob> waiting = new();
    private readonly SortedSet<string> known = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SettleResponse> results = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, SimTime At)> finished = new();

    /// <summary>The one job the worker is busy with.</summary>
    public SettlementJob? Current { get; private set; }

    /// <summary>False when the queue is at capacity.</summary>
    public bool TryAdd(SettlementJob job)
    {
        if (waiting.Count >= capacity)
        {
            return false;
        }

        waiting.Enqueue(job);
        known.Add(job.Id);
        return true;
    }

    /// <summary>Hands the next job to the idle worker; null when there is none or the worker is busy.</summary>
    public SettlementJob? TakeNext(SimTime now) =>
        Current is null && waiting.TryPeek(out SettlementJob? next) && next.NotBefore <= now
            ? Current = waiting.Dequeue()
            : null;

    /// <summary>Puts the job in the worker's hands back, behind all others.</summary>
    public void Return(SettlementJob job)
    {
        Invariant.That(ReferenceEquals(job, Current));
        Current = null;
        waiting.Enqueue(job);
    }

    public void Finish(SettlementJob job, SettleResponse result, SimTime now)
    {
        Invariant.That(ReferenceEquals(job, Current));
        Current = null;
        results[job.Id] = result;
        finished.Enqueue((job.Id, now));
        while (finished.TryPeek(out (string Id, SimTime At) oldest) && now - oldest.At > Retention)
        {
            results.Remove(oldest.Id);
            known.Remove(oldest.Id);
            finished.Dequeue();
        }
    }

    public (string Status, SettleResponse? Result) Find(string id)
    {
        if (results.TryGetValue(id, out SettleResponse? result))
        {
            return (JobStatus.Succeeded, result);
        }

        string status = Current?.Id == id ? JobStatus.Processing : known.Contains(id) ? JobStatus.Queued : JobStatus.Unknown;
        return (status, null);
    }
}
