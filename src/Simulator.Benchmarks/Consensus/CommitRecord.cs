using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Benchmarks.Consensus;

/// <summary>Commits of a run: how many, how long after their proposal, in which round, and when each node's last was.</summary>
public sealed class CommitRecord
{
    private readonly Dictionary<(long Height, int Round), SimTime> proposed = [];
    private readonly SortedDictionary<string, (long Height, SimTime At)> last = new(StringComparer.Ordinal);
    private long latencies;

    /// <summary>Commits by all nodes.</summary>
    public long Count { get; private set; }

    /// <summary>Highest height that anybody committed.</summary>
    public long Height { get; private set; }

    public int HighestRound { get; private set; }

    /// <summary>Commits of nodes that had to catch up.</summary>
    public long CaughtUp { get; private set; }

    public SimDuration Longest { get; private set; }

    public IReadOnlyDictionary<string, (long Height, SimTime At)> Last => last;

    /// <summary>Slashings said aloud.</summary>
    public List<ValidatorSlashed> Slashed { get; } = [];

    /// <summary>When a height was first committed after an instant.</summary>
    public SimTime? FirstAfter { get; private set; }

    public SimTime Watched { get; set; } = SimTime.EndOfTime;

    /// <summary>Mean span from a proposal's broadcast to the commit at a node; nodes that caught up left out.</summary>
    public SimDuration MeanLatency =>
        new(Count == CaughtUp ? 0 : latencies / (Count - CaughtUp));

    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case BlockProposed block: proposed.TryAdd((block.Height, block.Round), fact.At); break;
            case ValidatorSlashed slashed: Slashed.Add(slashed); break;
            case BlockCommitted committed: OnCommitted(committed, fact); break;
            default: break;
        }
    }

    private void OnCommitted(BlockCommitted committed, in ObservedFact fact)
    {
        long height = committed.Certificate.Height;
        Count++;
        CaughtUp += committed.CaughtUp ? 1 : 0;
        HighestRound = Math.Max(HighestRound, committed.Certificate.Round);
        last[fact.Actor] = (height, fact.At);
        if (height > Height)
        {
            Height = height;
            FirstAfter ??= fact.At > Watched ? fact.At : null;
        }

        if (!committed.CaughtUp && proposed.TryGetValue((height, committed.Certificate.Round), out SimTime at))
        {
            latencies += (fact.At - at).Nanoseconds;
            Longest = SimDuration.Max(Longest, fact.At - at);
        }
    }
}
