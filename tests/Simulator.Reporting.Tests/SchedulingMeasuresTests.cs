using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Reporting.Tests;

/// <summary>How work is spread over nodes, how long queues are, and who is shut out.</summary>
public sealed class SchedulingMeasuresTests
{
    [Fact]
    public void Shares_Jains_index_and_Ginis_coefficient_count_every_declared_node()
    {
        Measures measures = Of(
            (0, Node("fast/1", "fast", 1)), (0, Node("fast/2", "fast", 2)), (0, Node("slow/1", "slow", 3)),
            (10, Computed("fast/1")), (20, Computed("fast/1")), (95, Computed("fast/1")), (96, Computed("slow/1")));

        Assert.Equal(0.75, Value(measures, "load.share", "fast"));
        Assert.Equal(0.5, Value(measures, "load.recent", "slow"));
        Assert.Equal(0, Value(measures, "load.least", "slow"));

        // Counts 3, 0, 1: 16 / (3 · 10), and (|3−0| + |3−1| + |1−0|) · 2 / (2 · 9 · 4/3).
        Assert.Equal(16.0 / 30, Value(measures, "load.jain", null)!.Value, 12);
        Assert.Equal(0.5, Value(measures, "load.gini", null)!.Value, 12);
    }

    [Fact]
    public void A_queues_mean_length_is_the_area_under_it_while_users_ask()
    {
        Measures measures = Of(
            (10, new QueueChanged("a/1", 2)), (30, new QueueChanged("a/1", 0)), (90, new QueueChanged("b/1", 1)),
            (150, new QueueChanged("b/1", 0)));

        Assert.Equal(((2 * 20) + 10) / 100.0, Value(measures, "queue.length", null));
    }

    [Fact]
    public void Whom_a_full_queue_turns_away_is_counted_by_how()
    {
        Measures measures = Of(
            (1, new WorkTurnedAway("a/1", "a", "queue_full", SimDuration.Zero)),
            (2, new WorkTurnedAway("a/1", "a", "queue_dropped", SimDuration.Zero)),
            (3, new WorkTurnedAway("a/1", "a", "queue_dropped", SimDuration.Zero)));

        Assert.Equal(1, Value(measures, "queue.refused", null));
        Assert.Equal(2, Value(measures, "queue.dropped", null));
    }

    [Fact]
    public void Trust_is_the_mean_of_the_last_scores_and_its_least_is_kept()
    {
        Measures measures = Of(
            (0, Node("a/1", "a", 1)),
            (1, new NodeRated("u/1", "a/1", 2_000)), (2, new NodeRated("u/1", "a/1", 8_000)), (3, new NodeRated("u/2", "a/1", 6_000)));

        Assert.Equal(0.7, Value(measures, "trust", "a"));
        Assert.Equal(0.2, Value(measures, "trust.least", "a"));
    }

    [Fact]
    public void Who_asks_in_a_tenth_and_gets_nothing_is_shut_out_there()
    {
        Measures measures = Of(
            [
                .. Request(1, "u/1", 5, RequestFate.Refused), .. Request(2, "u/1", 6, RequestFate.Accepted),
                .. Request(3, "u/1", 15, RequestFate.Refused), .. Request(4, "u/1", 35, RequestFate.Accepted),
                .. Request(1, "u/2", 55, RequestFate.TimedOut),
            ]);

        Assert.Equal(0.5, Value(measures, "access.shut_out", "u"));
        Assert.Equal(0.5, Value(measures, "access.never_served", "u"));
        Assert.Equal(3, Value(measures, "access.refused", "u"));
        MeasureResult time = measures.Evaluate("access.time_shut_out", Aggregate.Sum, "u");
        Assert.Equal((6 - 5) + 0.5 + (35 - 15) + 0.5 + (100 - 55), time.Estimate!.Value, 9);
    }

    // Answered half a second after it was asked.
    private static IEnumerable<(double Second, Observation What)> Request(int number, string user, int second, RequestFate fate)
    {
        RequestId id = new(user, number);
        yield return (second, new RequestIssued(id, "u", "a/1", "volatility@1.2"));
        yield return (second + 0.5, new RequestFinished(id, fate, null));
        if (fate != RequestFate.Accepted)
        {
            yield return (second + 0.5, new AccessRefused(id, "u", "a/1", "queue_full"));
        }
    }

    private static NodeDeclared Node(string name, string group, byte id) =>
        new(Keccak256.Hash([id]), name, group, []);

    private static InferenceCompleted Computed(string node) => new(
        new RequestId("u/1", 1), node, "volatility@1.2", "blob", Hash32.Zero, Hash32.Zero, SimDuration.Zero, SimDuration.Zero);

    private static double? Value(Measures measures, string metric, string? group) =>
        measures.Evaluate(metric, Aggregate.Value, group).Estimate?.Value;

    private static Measures Of(params (double Second, Observation What)[] said)
    {
        Measures measures = new(SimDuration.FromSeconds(100));
        foreach ((double second, Observation what) in said)
        {
            measures.Observe(new ObservedFact(
                SimTime.Start + SimDuration.FromMilliseconds((long)(second * 1_000)), "test", what));
        }

        measures.Complete();
        return measures;
    }
}
