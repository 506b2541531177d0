using Simulator.Primitives;
using Xunit.Abstractions;

namespace Simulator.Statistics.Tests;

public sealed class StoppingTests(ITestOutputHelper output)
{
    private const double Load = 0.5;
    private const int WarmUp = 200;
    private const int Customers = 800;

    private static readonly StoppingRule FivePercent = new() { Precision = Precision.Relative(0.05), Most = 10_000 };

    /// <remarks>
    /// M/M/1, load 0.5, mean wait 1; each replication starts empty, leaves out 200 customers and averages 800. The
    /// bound is the promise of 92 %; two seeds, none chosen.
    /// </remarks>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_mean_stopped_at_five_percent_lies_within_five_percent_of_the_truth(ulong seed)
    {
        const double truth = Load / (1 - Load);
        int within = 0;
        long replications = 0;
        Parallel.For(0, 2_000, trial =>
        {
            LongQueue queue = new(seed, (ulong)trial, Load);
            Moments moments = Run(FivePercent, n => queue.MeanWait(n, WarmUp, Customers)).Moments;
            Interlocked.Add(ref replications, moments.Count);
            if (Math.Abs(moments.Mean - truth) <= 0.05 * truth)
            {
                Interlocked.Increment(ref within);
            }
        });

        output.WriteLine($"seed {seed}: {within} of 2000 within 5 %, {replications / 2_000.0} replications on average");
        Assert.InRange(within / 2_000.0, 0.92, 1);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(150)]
    public void An_absolute_precision_holds_for_a_mean_that_may_be_zero(double replicationsNeeded)
    {
        double bound = 1.96 / Math.Sqrt(replicationsNeeded);
        StoppingRule rule = new() { Precision = Precision.Absolute(bound), Most = 10_000 };
        DrawPurpose purpose = new("skewed");
        int within = 0;
        for (ulong trial = 0; trial < 2_000; trial++)
        {
            KeyedRandom random = new(21, trial, "stopping");
            Moments moments = Run(rule, n => -PortableMath.Log(random.Draw(purpose, n).UnitInterval()) - 1).Moments;
            within += Math.Abs(moments.Mean) <= bound ? 1 : 0;
        }

        Assert.InRange(within / 2_000.0, 0.92, 1);
    }

    [Fact]
    public void The_first_replications_are_made_before_any_look()
    {
        StoppingDecision decision = FivePercent.Decide(Moments.Of([1, 1, 1]));

        Assert.Equal((StoppingState.More, 30), (decision.State, decision.Next));
    }

    [Fact]
    public void Replications_that_do_not_vary_stop_at_the_first_look() =>
        Assert.Equal(StoppingState.Reached, FivePercent.Decide(Alternating(30, 7, 7)).State);

    [Fact]
    public void The_next_look_is_where_the_precision_is_predicted()
    {
        // Half-width 2.02·0.101·√(1 + 5/40)/√40 ≈ 0.0345 against a target of 0.0476.
        StoppingDecision reached = FivePercent.Decide(Alternating(40, 0.9, 1.1));
        StoppingDecision more = FivePercent.Decide(Alternating(40, 0.82, 1.18));
        StoppingDecision many = FivePercent.Decide(Alternating(40, 0.1, 1.9));

        Assert.Equal(StoppingState.Reached, reached.State);
        Assert.Equal(StoppingState.More, more.State);
        double factor = more.HalfWidth!.Value / more.Target;
        Assert.Equal((long)Math.Ceiling(40 * factor * factor), more.Next);
        Assert.Equal(80, many.Next);
    }

    [Fact]
    public void The_most_replications_end_it_and_say_so()
    {
        StoppingRule rule = FivePercent with { Most = 40 };

        StoppingDecision decision = rule.Decide(Alternating(40, 0, 2));

        Assert.Equal((StoppingState.Exhausted, 40), (decision.State, decision.Next));
        Assert.True(decision.HalfWidth > decision.Target);
    }

    [Fact]
    public void A_limit_below_the_first_look_is_kept()
    {
        StoppingRule rule = FivePercent with { Most = 10 };

        Assert.Equal(10, rule.Decide(new Moments()).Next);
        Assert.Equal(StoppingState.Exhausted, rule.Decide(Alternating(10, 1, 1)).State);
    }

    [Fact]
    public void A_relative_precision_of_a_mean_at_zero_is_never_reached() =>
        Assert.Equal((StoppingState.More, 60), (
            FivePercent.Decide(Alternating(30, -1, 1)).State, FivePercent.Decide(Alternating(30, -1, 1)).Next));

    private static (Moments Moments, StoppingDecision Decision) Run(StoppingRule rule, Func<ulong, double> replicate)
    {
        Moments moments = new();
        StoppingDecision decision = rule.Decide(moments);
        while (decision.State == StoppingState.More)
        {
            while (moments.Count < decision.Next)
            {
                moments.Add(replicate((ulong)moments.Count));
            }

            decision = rule.Decide(moments);
        }

        return (moments, decision);
    }

    private static Moments Alternating(int count, double first, double second) =>
        Moments.Of([.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? first : second)]);
}
