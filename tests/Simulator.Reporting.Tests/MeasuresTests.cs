using Simulator.Primitives;

namespace Simulator.Reporting.Tests;

public sealed class MeasuresTests
{
    private static Measures Run()
    {
        Measures measures = new(SyntheticRun.Duration);
        SyntheticRun.Feed(measures);
        return measures;
    }

    [Theory]
    [InlineData("mean", "mean")]
    [InlineData("share", "share")]
    [InlineData("p50", "p50")]
    [InlineData("p99", "p99")]
    [InlineData("p99.9", "p99.9")]
    public void An_aggregate_reads_as_it_is_written(string text, string expected)
    {
        Assert.True(Aggregate.TryParse(text, out Aggregate aggregate));
        Assert.Equal(expected, aggregate.ToString());
    }

    [Theory]
    [InlineData("p0")]
    [InlineData("p100")]
    [InlineData("p")]
    [InlineData("p-1")]
    [InlineData("p99.9999999999999999999")]
    [InlineData("average")]
    [InlineData("")]
    public void Anything_else_is_not_an_aggregate(string text) => Assert.False(Aggregate.TryParse(text, out _));

    [Fact]
    public void Every_metric_of_the_catalogue_can_be_asked_for()
    {
        Measures measures = Run();
        foreach (Metric metric in Metrics.All)
        {
            Aggregate aggregate = metric.Kind is MetricKind.Distribution or MetricKind.Rate ? Aggregate.Mean
                : Aggregate.Value;
            MeasureResult result = measures.Evaluate(metric.Name, aggregate);
            Assert.True(result.Estimate is not null || result.Problem == "nothing observed", $"{metric.Name}: {result.Problem}");
        }

        Assert.NotNull(measures.Evaluate("profit", Aggregate.Value, "gateways").Estimate);
    }

    [Fact]
    public void What_one_group_gains_the_others_lose()
    {
        Measures measures = Run();
        double Profit(string group) => measures.Evaluate("profit", Aggregate.Value, group).Estimate!.Value;

        Assert.Equal(0, Profit("gateways") + Profit("traders") + Profit("researchers"), 12);
        Assert.True(Profit("gateways") > 1);
    }

    [Fact]
    public void A_question_that_makes_no_sense_gets_a_reason_and_no_number()
    {
        Measures measures = Run();

        string? Problem(string metric, Aggregate aggregate, string? group = null) =>
            measures.Evaluate(metric, aggregate, group).Problem;
        Assert.Contains("makes no sense", Problem("blocks", Aggregate.Mean), StringComparison.Ordinal);
        Assert.Contains("by group", Problem("blocks", Aggregate.Count, "traders"), StringComparison.Ordinal);
        Assert.Contains("no metric", measures.Evaluate("latency", Aggregate.Mean).Problem, StringComparison.Ordinal);
        Assert.Null(measures.Evaluate("price", Aggregate.Mean, "nobody").Estimate);
    }

    [Fact]
    public void The_phases_of_accepted_requests_add_up_to_their_end_to_end_time()
    {
        Measures measures = Run();

        double sum = RequestPhases.All
            .Select(phase => measures.Evaluate(phase.MetricName(), Aggregate.Sum).Estimate!.Value)
            .Sum();

        Assert.Equal(measures.Evaluate("latency.end_to_end", Aggregate.Sum).Estimate!.Value, sum, 6);
    }

    [Fact]
    public void Bins_over_time_are_round_and_lose_nothing()
    {
        Measures measures = Run();

        Assert.Equal(SimDuration.FromSeconds(5), measures.OverTime.Width);
        Assert.Equal(measures.Requests.Issued, measures.OverTime.Bins.Sum(bin => bin.Issued));
        Assert.Equal(measures.Requests.Accepted, measures.OverTime.Bins.Sum(bin => bin.Accepted));
        Assert.Equal(measures.Requests.TimedOut, measures.OverTime.Bins.Sum(bin => bin.TimedOut));
    }

    [Fact]
    public void Rates_are_over_the_time_in_which_users_ask_however_long_the_drain()
    {
        Measures drained = Run();
        drained.Complete(SimTime.Start + SyntheticRun.Duration + SyntheticRun.Drain);

        Assert.Equal(
            SyntheticRun.Requests / 600.0, drained.Evaluate("throughput.issued", Aggregate.Mean).Estimate!.Value, 9);
    }

    [Fact]
    public void A_transfer_before_its_parties_are_declared_still_finds_their_groups()
    {
        Measures measures = new(SyntheticRun.Duration);
        foreach (Records.ObservedFact fact in SyntheticRun.Facts().OrderBy(fact => fact.What is Records.PartyDeclared))
        {
            measures.Observe(fact);
        }

        Assert.Equal(Run().Flows, measures.Flows);
    }

    [Theory]
    [InlineData(1, 10_000_000)]
    [InlineData(60, 500_000_000)]
    [InlineData(600, 5_000_000_000)]
    [InlineData(86_400, 600_000_000_000)]
    [InlineData(31_536_000, 259_200_000_000_000)]
    public void Bins_are_about_a_hundred_for_any_duration(long seconds, long widthNanoseconds) =>
        Assert.Equal(widthNanoseconds, new TimeBins(SimDuration.FromSeconds(seconds)).Width.Nanoseconds);
}
