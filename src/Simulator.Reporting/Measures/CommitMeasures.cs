using Simulator.Primitives;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>How soon and in how many rounds the full nodes agreed.</summary>
/// <remarks>Proposals are remembered for a while only: what is older belongs to nodes that lag.</remarks>
internal sealed class CommitMeasures(ObservationSeries latency, ObservationSeries rounds)
{
    private const int RememberedProposals = 1_024;

    private readonly Dictionary<(long Height, int Round), SimTime> proposed = [];
    private readonly Queue<(long Height, int Round)> byAge = new();
    private long highest;

    /// <summary>Heights that some full node took as final.</summary>
    public long Blocks { get; private set; }

    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case BlockProposed block: Remember((block.Height, block.Round), fact.At); break;
            case BlockCommitted committed: Count(committed, fact.At); break;
            default: break;
        }
    }

    private void Remember((long Height, int Round) place, SimTime at)
    {
        if (!proposed.TryAdd(place, at))
        {
            return;
        }

        byAge.Enqueue(place);
        if (byAge.Count > RememberedProposals)
        {
            proposed.Remove(byAge.Dequeue());
        }
    }

    private void Count(BlockCommitted committed, SimTime at)
    {
        long height = committed.Certificate.Height;
        if (height > highest)
        {
            highest = height;
            Blocks++;
            rounds.Add(committed.Certificate.Round + 1);
        }

        if (!committed.CaughtUp && proposed.TryGetValue((height, committed.Certificate.Round), out SimTime since))
        {
            latency.Add((at - since).TotalSeconds);
        }
    }
}
