using Simulator.Primitives;
using Xunit.Abstractions;

namespace Simulator.Statistics.Tests;

/// <summary>Intervals against queues whose truth is known; the figures are those of docs/VALIDATION.md.</summary>
/// <remarks>L. Kleinrock, Queueing Systems I (1975), §3.2, §3.5, §5.6. Service takes 1 on average.</remarks>
public sealed class QueueValidationTests(ITestOutputHelper output)
{
    private static readonly DrawPurpose Arrival = new("arrival");
    private static readonly DrawPurpose Service = new("service");

    /// <remarks>
    /// Load 0.5, mean wait 1. Each interval is Student's from 20 independent replications that start empty, leave out
    /// 200 customers and average 800. Both seeds must hold; none was chosen.
    /// </remarks>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Intervals_of_the_mean_wait_cover_the_truth_as_often_as_they_say(ulong seed)
    {
        const double load = 0.5;
        const double truth = load / (1 - load);
        int covered = 0;
        Parallel.For(0, 2_000, trial =>
        {
            LongQueue queue = new(seed, (ulong)trial, load);
            double[] means = [.. Enumerable.Range(0, 20).Select(r => queue.MeanWait((ulong)r, 200, 800))];
            Interlocked.Add(ref covered, Covers(MeanInterval.Of(means), truth) ? 1 : 0);
        });

        output.WriteLine($"M/M/1 load {load}, seed {seed}: {covered} of 2000 intervals cover");
        Assert.InRange(covered / 2_000.0, 0.935, 0.965);
    }

    [Theory]
    [InlineData(1, 0.8, true)]
    [InlineData(1, 0.7, false)]
    [InlineData(3, 0.8, true)]
    public void Mean_waits_are_the_closed_forms(int servers, double load, bool exponential)
    {
        double truth = !exponential ? load / (2 * (1 - load))
            : ErlangC(servers, servers * load) / (servers * (1 - load));
        double[] means = [.. Enumerable.Range(0, 20).Select(r =>
            Waits((ulong)r, servers, load, exponential, 21_000).Skip(1_000).Average())];

        Estimate estimate = MeanInterval.Of(means, new Confidence(0.999));

        output.WriteLine($"{servers} servers, load {load}, exponential {exponential}: truth {truth:F4}, {estimate}");
        Assert.InRange(truth, estimate.Lower!.Value, estimate.Upper!.Value);
        Assert.InRange(estimate.HalfWidth!.Value, 0, 0.15 * truth);
    }

    /// <remarks>M/M/1 at load 0.7 that starts behind a backlog of 100 service times; 20,000 customers.</remarks>
    [Fact]
    public void Leaving_out_the_warm_up_rescues_the_mean_of_a_run_that_starts_busy()
    {
        const double truth = 0.7 / (1 - 0.7);
        Moments with = new();
        Moments without = new();
        int settled = 0;
        int covered = 0;
        for (ulong trial = 0; trial < 200; trial++)
        {
            double[] waits = Waits(100 + trial, 1, 0.7, exponential: true, 20_000, backlog: 100);
            SteadyState steady = SteadyState.Of(waits);
            settled += steady.Settled ? 1 : 0;
            covered += steady.Settled && Covers(steady.Mean, truth) ? 1 : 0;
            with.Add(steady.Mean.Value);
            without.Add(waits.Average());
        }

        output.WriteLine($"settled {settled}, covered {covered} of 200; mean {with.Mean} with, {without.Mean} without");
        Assert.InRange(settled, 190, 200);
        Assert.InRange((double)covered / settled, 0.88, 0.98);
        Assert.InRange(with.Mean / truth, 0.97, 1.03);
        Assert.True(without.Mean > 1.25 * truth);
    }

    /// <remarks>The same arrivals and services at load 0.50 and 0.52; the true difference is 1 − 0.52/0.48.</remarks>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Queues_that_share_their_luck_show_a_small_difference_in_few_replications(ulong seed)
    {
        double[] first = Arm(0.50);
        double[] second = Arm(0.52);

        PairedDifference paired = PairedDifference.Of(first, second);

        output.WriteLine($"difference {paired.Difference}, reduction {paired.VarianceReduction}");
        Assert.InRange(1 - (0.52 / 0.48), paired.Difference.Lower!.Value, paired.Difference.Upper!.Value);
        Assert.True(paired.VarianceReduction!.Lower > 10);
        Assert.True(WelchDifference.Of(first, second).Difference.HalfWidth > 8 * paired.Difference.HalfWidth);

        double[] Arm(double load) => [.. Enumerable.Range(0, 30).Select(r =>
            new LongQueue(seed, 0, load).MeanWait((ulong)r, 200, 4_000))];
    }

    // Kiefer and Wolfowitz: the next customer waits for the server that is free first.
    private static double[] Waits(ulong trial, int servers, double load, bool exponential, int customers,
        double backlog = 0)
    {
        KeyedRandom random = new(3, trial, "queue");
        double[] busy = new double[servers];
        Array.Fill(busy, backlog);
        double[] waits = new double[customers];
        for (int i = 0; i < customers; i++)
        {
            waits[i] = busy[0];
            busy[0] += exponential ? -Math.Log(random.Draw(Service, (ulong)i).UnitInterval()) : 1;
            double gap = -Math.Log(random.Draw(Arrival, (ulong)i).UnitInterval()) / (load * servers);
            for (int s = 0; s < servers; s++)
            {
                busy[s] = Math.Max(0, busy[s] - gap);
            }

            Array.Sort(busy);
        }

        return waits;
    }

    private static double ErlangC(int servers, double offered)
    {
        double blocking = 1;
        for (int i = 1; i <= servers; i++)
        {
            blocking = offered * blocking / (i + (offered * blocking));
        }

        return servers * blocking / (servers - (offered * (1 - blocking)));
    }

    private static bool Covers(Estimate estimate, double truth) => estimate.Lower <= truth && truth <= estimate.Upper;
}
