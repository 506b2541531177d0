using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting.Tests;

public sealed class VerdictTests
{
    private static readonly Estimate TwoToFour = new(3, 2, 4, 100, "test");
    private static readonly Estimate AtLeastTwo = new(3, 2, null, 100, "test");

    [Theory]
    [InlineData(Comparison.Below, 5, VerdictOutcome.Pass)]
    [InlineData(Comparison.Below, 4, VerdictOutcome.Inconclusive)]
    [InlineData(Comparison.Below, 3, VerdictOutcome.Inconclusive)]
    [InlineData(Comparison.Below, 2, VerdictOutcome.Fail)]
    [InlineData(Comparison.AtMost, 4, VerdictOutcome.Pass)]
    [InlineData(Comparison.AtMost, 2, VerdictOutcome.Inconclusive)]
    [InlineData(Comparison.AtMost, 1.9, VerdictOutcome.Fail)]
    [InlineData(Comparison.Above, 1, VerdictOutcome.Pass)]
    [InlineData(Comparison.Above, 2, VerdictOutcome.Inconclusive)]
    [InlineData(Comparison.Above, 4, VerdictOutcome.Fail)]
    [InlineData(Comparison.AtLeast, 2, VerdictOutcome.Pass)]
    [InlineData(Comparison.AtLeast, 4, VerdictOutcome.Inconclusive)]
    [InlineData(Comparison.AtLeast, 4.1, VerdictOutcome.Fail)]
    [InlineData(Comparison.Equal, 3, VerdictOutcome.Inconclusive)]
    [InlineData(Comparison.Equal, 5, VerdictOutcome.Fail)]
    public void A_bound_inside_the_interval_is_never_decided(Comparison comparison, double bound,
        VerdictOutcome expected) =>
        Assert.Equal(expected, VerdictJudge.Decide(TwoToFour, comparison, bound));

    [Theory]
    [InlineData(Comparison.Below, 100, VerdictOutcome.Inconclusive)]
    [InlineData(Comparison.Below, 1, VerdictOutcome.Fail)]
    [InlineData(Comparison.AtLeast, 1, VerdictOutcome.Pass)]
    [InlineData(Comparison.AtLeast, 100, VerdictOutcome.Inconclusive)]
    public void An_interval_open_on_one_side_decides_only_on_the_other(Comparison comparison, double bound,
        VerdictOutcome expected) =>
        Assert.Equal(expected, VerdictJudge.Decide(AtLeastTwo, comparison, bound));

    [Fact]
    public void An_exact_count_is_always_decided()
    {
        Assert.Equal(VerdictOutcome.Pass, VerdictJudge.Decide(Estimate.Exact(1_000, 1_000), Comparison.AtLeast, 1_000));
        Assert.Equal(VerdictOutcome.Fail, VerdictJudge.Decide(Estimate.Exact(999, 999), Comparison.AtLeast, 1_000));
        Assert.Equal(VerdictOutcome.Pass, VerdictJudge.Decide(Estimate.Exact(0, 10), Comparison.Equal, 0));
    }

    [Fact]
    public void A_judge_that_found_something_fails_its_verdict_and_names_the_first()
    {
        Violation violation = new(new SimTime(2_000_000_000), "block 1", "supply 99 instead of 100");
        VerdictJudge judge = new(new Measures(SyntheticRun.Duration), [new("supply.conserved", 5, [violation], 3)]);

        Verdict verdict = judge.Decide(new CheckerVerdictRequest("supply.conserved", "supply.conserved"));

        Assert.Equal(VerdictOutcome.Fail, verdict.Outcome);
        Assert.Equal(3, verdict.Estimate!.Value);
        Assert.Contains("block 1: supply 99 instead of 100", verdict.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_judge_that_did_not_sit_and_a_metric_that_does_not_exist_are_inconclusive_never_passed()
    {
        VerdictJudge judge = new(new Measures(SyntheticRun.Duration), []);

        Verdict absent = judge.Decide(new CheckerVerdictRequest("orders.total", "orders.total"));
        Verdict unknown = judge.Decide(
            new MetricVerdictRequest("x < 1", new("x", Aggregate.Mean), Comparison.Below, 1));
        Verdict empty = judge.Decide(new MetricVerdictRequest(
            "p99(latency.end_to_end) < 4 s", new("latency.end_to_end", Aggregate.Percentile(99)), Comparison.Below, 4));

        Assert.All(new[] { absent, unknown, empty }, verdict => Assert.Equal(
            VerdictOutcome.Inconclusive, verdict.Outcome));
        Assert.Contains("no metric named 'x'", unknown.Note, StringComparison.Ordinal);
    }
}
