using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>How requests are spread over nodes, what users think of nodes, and how long queues are.</summary>
/// <param name="askingEnd">Users ask until here; the average length of queues ends there.</param>
/// <param name="bin">Width of bins that a warm-up found later may leave out.</param>
internal sealed class SchedulingMeasures(SimTime askingEnd, SimDuration bin) : MeasureSet
{
    /// <summary>Spans of the asking time over which load is counted.</summary>
    public const int Spans = 10;

    private const double FullScore = 10_000;
    private const int RecentSpans = 2;

    private readonly SortedDictionary<string, string> groups = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> computed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long[]> computedOverTime = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Length, SimTime Since)> queues = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Node, string User), int> scores = [];
    private readonly SortedDictionary<string, int> least = new(StringComparer.Ordinal);
    private readonly QueueArea waited = new(askingEnd, bin);
    private long refused;
    private long dropped;
    private SimTime last;

    public override IReadOnlyList<Metric> Metrics => SchedulingMetrics.All;

    public SimDuration SpanWidth => (askingEnd - SimTime.Start) / Spans;

    /// <summary>Whether users choose by what they see of nodes; otherwise load is chance.</summary>
    public bool AreNodesRated => scores.Count > 0;

    /// <summary>Answers computed in each span, by group of nodes in ordinal order.</summary>
    public IReadOnlyDictionary<string, long[]> ComputedOverTime => computedOverTime;

    public override void Observe(in ObservedFact fact)
    {
        last = fact.At;
        switch (fact.What)
        {
            case NodeDeclared said: Declare(said); break;
            case InferenceCompleted said: Compute(said, fact.At); break;
            case QueueChanged said: Change(said, fact.At); break;
            case NodeRated said: Rate(said); break;
            case WorkTurnedAway { Name: "queue_full" }: refused++; break;
            case WorkTurnedAway: dropped++; break;
            default: break;
        }
    }

    public override void LeaveOutBefore(SimTime from) => waited.LeaveOutBefore(from);

    public override long CountOf(string metric, string? group) => metric == "queue.refused" ? refused : dropped;

    public override double? Amount(string metric, string? group) => metric switch
    {
        "load.share" => ShareOf(group),
        "load.least" => SharesOverTime(group).DefaultIfEmpty().Min(),
        "load.recent" => RecentShareOf(group),
        "load.jain" => Jain(),
        "load.gini" => Gini(),
        "trust" => TrustIn(group),
        "trust.least" => group is not null && least.TryGetValue(group, out int score) ? score / FullScore : null,
        "queue.length" => QueueLength(),
        _ => null,
    };

    private void Declare(NodeDeclared said)
    {
        groups[said.Name] = said.Group;
        computed.TryAdd(said.Name, 0);
    }

    private void Compute(InferenceCompleted said, SimTime at)
    {
        computed[said.Node] = computed.GetValueOrDefault(said.Node) + 1;
        if (at < askingEnd && groups.TryGetValue(said.Node, out string? group))
        {
            if (!computedOverTime.TryGetValue(group, out long[]? spans))
            {
                computedOverTime[group] = spans = new long[Spans];
            }

            spans[(int)((Int128)at.NanosecondsSinceStart * Spans / askingEnd.NanosecondsSinceStart)]++;
        }
    }

    private void Change(QueueChanged said, SimTime at)
    {
        if (queues.TryGetValue(said.Node, out (int Length, SimTime Since) before))
        {
            waited.Add(before.Length, before.Since, at);
        }

        queues[said.Node] = (said.Waiting, at);
    }

    private void Rate(NodeRated said)
    {
        scores[(said.Node, said.User)] = said.Score;
        if (groups.TryGetValue(said.Node, out string? group))
        {
            least[group] = Math.Min(said.Score, least.GetValueOrDefault(group, (int)FullScore));
        }
    }

    private double? ShareOf(string? group)
    {
        long all = computed.Values.Sum();
        return all == 0 || group is null
            ? null
            : (double)computed.Where(node => groups.GetValueOrDefault(node.Key) == group).Sum(node => node.Value) / all;
    }

    // Spans in which no node computed anything say nothing about shares.
    private IEnumerable<double?> SharesOverTime(string? group) => Enumerable.Range(0, Spans)
        .Select(span => (Own: OwnIn(group, span), All: computedOverTime.Values.Sum(spans => spans[span])))
        .Where(pair => pair.All > 0)
        .Select(pair => (double?)pair.Own / pair.All);

    private double? RecentShareOf(string? group)
    {
        int[] recent = [.. Enumerable.Range(Spans - RecentSpans, RecentSpans)];
        long all = recent.Sum(span => computedOverTime.Values.Sum(spans => spans[span]));
        return all == 0 ? null : (double)recent.Sum(span => OwnIn(group, span)) / all;
    }

    private long OwnIn(string? group, int span) =>
        group is not null && computedOverTime.TryGetValue(group, out long[]? spans) ? spans[span] : 0;

    private double? Jain()
    {
        double sum = computed.Values.Sum();
        double squares = computed.Values.Sum(count => (double)count * count);
        return squares == 0 ? null : sum * sum / (computed.Count * squares);
    }

    // Half the mean difference between two nodes, relative to the mean: over sorted counts in one pass.
    private double? Gini()
    {
        double sum = computed.Values.Sum();
        if (sum == 0)
        {
            return null;
        }

        double ranked = computed.Values.Order().Select((count, index) => ((2.0 * (index + 1)) - computed.Count - 1) * count).Sum();
        return ranked / (computed.Count * sum);
    }

    private double? TrustIn(string? group)
    {
        int[] own = [.. scores.Where(pair => groups.GetValueOrDefault(pair.Key.Node) == group).Select(pair => pair.Value)];
        return own.Length == 0 ? null : own.Average() / FullScore;
    }

    private double? QueueLength()
    {
        SimTime end = SimTime.Min(last, askingEnd);
        double seconds = (end - waited.From).TotalSeconds;
        return seconds <= 0 ? null
            : (waited.Total + queues.Values.Sum(queue => waited.Of(queue.Length, queue.Since, end))) / seconds;
    }
}
