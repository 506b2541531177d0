using Simulator.Primitives;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting.Tests;

/// <summary>What is left out at the start of a run, and what is not.</summary>
public sealed class WarmUpMeasuresTests
{
    private static readonly DrawPurpose Arrival = new("arrival");
    private static readonly DrawPurpose Service = new("service");

    /// <summary>
    /// M/M/1 at λ = 5/s and μ = 10/s: a customer stays 1/(μ − λ) = 200 ms, and λ (200 − 100 ms) = 1/2 of one waits.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_rush_at_the_opening_spoils_the_mean_unless_MSER5_leaves_it_out(ulong seed)
    {
        const double Theory = 0.2;
        SimDuration opening = SimDuration.FromSeconds(40);

        Measures whole = Queue(seed, opening, null);
        Measures settled = Queue(seed, opening, new WarmUp.Mser5());

        Estimate spoilt = Mean(whole);
        Estimate mean = Mean(settled);
        Assert.True(spoilt.Value > 1.5 * Theory);
        Assert.InRange(Theory, mean.Lower!.Value, mean.Upper!.Value);
        Assert.InRange(mean.Upper.Value - mean.Lower.Value, 0, 0.5 * Theory);
        Assert.True(settled.WarmUp is { IsSettled: true, IsByMser5: true });
        Assert.InRange(settled.WarmUp.LeftOut.TotalSeconds, 60, 200);
        Assert.InRange(QueueLength(settled), 0.4, 0.6);
        Assert.True(QueueLength(whole) > 2);
        Assert.Equal(whole.Requests, settled.Requests);
        Assert.Equal(whole.Requests.Accepted, settled.Evaluate("requests.accepted", Aggregate.Count).Estimate!.Value);
    }

    [Fact]
    public void A_run_too_short_for_MSER5_is_measured_whole_and_says_so()
    {
        Measures measures = new(SimDuration.FromSeconds(100), new WarmUp.Mser5());
        Ask(measures, 1, 0, 1, RequestFate.Accepted);
        measures.Complete(At(100));

        Assert.Equal(new WarmUpFinding(SimDuration.Zero, true, false), measures.WarmUp);
        Assert.Equal(1, Mean(measures).Value);
        Assert.Contains("too short", measures.WarmUp!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_warm_up_leaves_out_what_was_asked_in_it_and_counts_it_all_the_same()
    {
        Measures measures = new(SimDuration.FromSeconds(100), new WarmUp.Stated(SimDuration.FromSeconds(20)));
        Ask(measures, 1, 5, 30, RequestFate.Accepted);
        Ask(measures, 2, 6, 31, RequestFate.Refused);
        Ask(measures, 3, 40, 42, RequestFate.Accepted);
        Ask(measures, 4, 50, 54, RequestFate.Accepted);
        measures.Complete(At(150));

        Assert.Equal(3, Mean(measures).Value);
        Assert.Equal(1, measures.Evaluate("requests.accepted", Aggregate.Share).Estimate!.Value);
        Assert.Equal(3, measures.Evaluate("requests.accepted", Aggregate.Count).Estimate!.Value);
        Assert.Equal(2 / 80.0, measures.Evaluate("throughput.issued", Aggregate.Mean).Estimate!.Value);
        Assert.Equal(3 / 80.0, measures.Evaluate("throughput.accepted", Aggregate.Mean).Estimate!.Value);
        Assert.Equal(new RequestCounts(4, 3, 1, 0, 0, 0), measures.Requests);
        Assert.Equal(
            "The first 20 s are left out of latencies, prices, rates, shares of fates, lengths of queues and delays of "
            + "settlements, as the scenario says.",
            measures.WarmUp!.Sentence);
    }

    [Fact]
    public void A_queues_length_begins_where_the_warm_up_ends()
    {
        Measures measures = new(SimDuration.FromSeconds(100), new WarmUp.Stated(SimDuration.FromSeconds(20)));
        foreach ((double at, int length) in new[] { (5.0, 4), (30.0, 1), (60.0, 0) })
        {
            measures.Observe(new ObservedFact(At(at), "a/1", new QueueChanged("a/1", length)));
        }

        measures.Complete(At(120));

        Assert.Equal(((4 * 10) + 30) / 40.0, measures.Evaluate("queue.length", Aggregate.Value).Estimate!.Value, 12);
    }

    // Lindley's recursion; the server begins with work left over from an opening rush.
    private static Measures Queue(ulong seed, SimDuration backlog, WarmUp? warmUp)
    {
        SimDuration duration = SimDuration.FromMinutes(40);
        KeyedRandom random = new(seed, 0, "queue");
        Measures measures = new(duration, warmUp);
        SimTime arrival = SimTime.Start;
        SimTime free = SimTime.Start + backlog;
        List<ObservedFact> facts = [];
        List<(SimTime At, int Change)> changes = [];
        for (int n = 1; ; n++)
        {
            arrival += random.Draw(Arrival, (ulong)n).Exponential(SimDuration.FromMilliseconds(200));
            if (arrival >= SimTime.Start + duration)
            {
                break;
            }

            SimTime start = SimTime.Max(free, arrival);
            changes.Add((arrival, 1));
            changes.Add((start, -1));
            free = start + random.Draw(Service, (ulong)n).Exponential(SimDuration.FromMilliseconds(100));
            RequestId request = new("users/1", n);
            facts.Add(new ObservedFact(arrival, "users/1", new RequestIssued(request, "users", "a/1", "m")));
            facts.Add(new ObservedFact(free, "users/1", new RequestFinished(request, RequestFate.Accepted, null)));
        }

        int waiting = 0;
        foreach ((SimTime at, int change) in changes.OrderBy(change => change.At))
        {
            waiting += change;
            facts.Add(new ObservedFact(at, "a/1", new QueueChanged("a/1", waiting)));
        }

        foreach (ObservedFact fact in facts.OrderBy(fact => fact.At))
        {
            measures.Observe(fact);
        }

        measures.Complete(free);
        return measures;
    }

    private static void Ask(Measures measures, int number, double issued, double finished, RequestFate fate)
    {
        RequestId request = new("users/1", number);
        measures.Observe(new ObservedFact(At(issued), "users/1", new RequestIssued(request, "users", "a/1", "m")));
        measures.Observe(new ObservedFact(At(finished), "users/1", new RequestFinished(request, fate, null)));
    }

    private static Estimate Mean(Measures measures) =>
        measures.Evaluate("latency.end_to_end", Aggregate.Mean).Estimate!;

    private static double QueueLength(Measures measures) =>
        measures.Evaluate("queue.length", Aggregate.Value).Estimate!.Value;

    private static SimTime At(double seconds) => SimTime.Start + SimDuration.FromMilliseconds((long)(seconds * 1_000));
}
