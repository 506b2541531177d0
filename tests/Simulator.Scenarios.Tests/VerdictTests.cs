using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Tests;

public sealed class VerdictTests
{
    [Fact]
    public void A_checker_stands_alone() => Assert.Equal(
        new CheckerVerdict("supply.conserved", null, "supply.conserved"), Read("supply.conserved"));

    [Fact]
    public void A_quantile_is_compared_with_a_quantity_of_its_dimension() => Assert.Equal(
        new MetricVerdict(
            "p99(latency.end_to_end) < 4 s",
            null,
            Aggregate.P99,
            "latency.end_to_end",
            null,
            Comparison.Less,
            new Quantity(Dimension.Time, new ExactNumber(4_000_000_000, 1))),
        Read("p99( latency.end_to_end )<4 s"));

    [Theory]
    [InlineData("share(requests.accepted) >= 99/100", Aggregate.Share, Comparison.AtLeast, Dimension.Ratio, "99/100")]
    [InlineData("share(requests.accepted) >= 99 %", Aggregate.Share, Comparison.AtLeast, Dimension.Ratio, "99/100")]
    [InlineData("count(requests.accepted) > 1000", Aggregate.Count, Comparison.Greater, Dimension.Count, "1000")]
    [InlineData("requests.accepted == 7", Aggregate.Itself, Comparison.Equal, Dimension.Count, "7")]
    [InlineData("rate(requests.accepted) <= 3/min", Aggregate.Rate, Comparison.AtMost, Dimension.Rate, "1/20000000000")]
    [InlineData("fees.total < -0.5 OPG", Aggregate.Itself, Comparison.Less, Dimension.Opg, "-500000000000000000")]
    [InlineData("mean(latency.end_to_end) < 1.5 ms", Aggregate.Mean, Comparison.Less, Dimension.Time, "1500000")]
    public void A_bound_is_exact_in_base_units(
        string text, Aggregate aggregate, Comparison comparison, Dimension dimension, string value)
    {
        MetricVerdict verdict = Assert.IsType<MetricVerdict>(Read(text));

        Assert.Equal(
            (aggregate, comparison, dimension, value),
            (verdict.Aggregate, verdict.Comparison, verdict.Bound.Dimension, verdict.Bound.Value.ToString()));
    }

    [Fact]
    public void A_condition_names_a_key_and_a_value_in_canonical_form()
    {
        MetricVerdict verdict =
            Assert.IsType<MetricVerdict>(Read("profit(honest) < 0 OPG when payment.max >= 100 attoOPG"));

        Assert.Equal("honest", verdict.Group);
        Assert.Equal(new VerdictCondition("payment.max", Comparison.AtLeast, "0.0000000000000001 OPG"), verdict.When);
        Assert.Equal("profit(honest) < 0 OPG when payment.max >= 0.0000000000000001 OPG", verdict.Text);
    }

    [Theory]
    [InlineData("mean(latency.end_to_end) < 0.5 s", "mean(latency.end_to_end) < 500 ms")]
    [InlineData("mean(latency.end_to_end) < 1/3 ns", "mean(latency.end_to_end) < 1/3 ns")]
    [InlineData("mean(latency.end_to_end) > 0 d", "mean(latency.end_to_end) > 0 s")]
    [InlineData("rate(requests.accepted) >= 0.5/s", "rate(requests.accepted) >= 30/min")]
    [InlineData("rate(requests.accepted) >= 1/7/d", "rate(requests.accepted) >= 1/7/d")]
    [InlineData("fees.total < -1_000 attoOPG", "fees.total < -0.000000000000001 OPG")]
    [InlineData("requests.accepted == 1_000", "requests.accepted == 1000")]
    public void A_bound_is_printed_in_one_way_only(string written, string printed)
    {
        Assert.Equal(printed, Read(written).Text);
        Assert.Equal(printed, Read(printed).Text);
    }

    private static Verdict Read(string text) =>
        Assert.Single(ScenarioSamples.Load(ScenarioSamples.FirstLight, $"verdicts=[\"{text}\"]").Verdicts);
}
