using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Tests;

/// <summary>What varies, how often it is run, and what an arm is.</summary>
public sealed class VariationTests
{
    private const string Head = """
        question: What varies?
        duration: 10 s
        users:
          traders: { count: 2, balance: 5 OPG, arrivals: { every: 1 s }, asks: { model: volatility@1.2 } }
        nodes:
          honest: { count: 2, price: 0.002 OPG }

        """;

    [Fact]
    public void A_grid_has_every_value_with_every_other_and_its_first_key_varies_slowest() => Assert.Equal(
        ["1 OPG 2", "1 OPG 3", "2 OPG 2", "2 OPG 3"],
        Arms("vary: { grid: { payment.max: [1 OPG, 2 OPG], nodes.honest.count: [2, 3] } }"));

    [Fact]
    public void Whole_numbers_may_be_written_as_a_range() => Assert.Equal(
        ["7", "8", "9", "3"],
        Arms("vary: { grid: { nodes.honest.count: [7..9, 3] } }"));

    [Fact]
    public void A_zip_takes_first_values_together() => Assert.Equal(
        ["1 OPG 2", "2 OPG 3"],
        Arms("vary: { zip: { payment.max: [1 OPG, 2 OPG], nodes.honest.count: [2, 3] } }"));

    [Fact]
    public void A_list_has_its_arms_as_written_and_an_empty_one_is_the_scenario_itself() => Assert.Equal(
        ["", "2 OPG", "3"],
        Arms("vary: { list: [{}, { payment.max: 2000000000000000000 attoOPG }, { nodes.honest.count: 3 }] }"));

    [Fact]
    public void An_arm_is_the_scenario_with_its_values_and_no_experiment()
    {
        Scenario whole = Load("vary: { grid: { payment.max: [1 OPG, 2 OPG] } }\nreplications: 4");
        Scenario arm = Arm(whole, 1);
        Scenario written = Load("payment: { max: 2 OPG }");

        Assert.Equal(written.ResolvedYaml, arm.ResolvedYaml);
        Assert.Equal(written.Hash, arm.Hash);
        Assert.Equal("2 OPG", arm.ValueAt("payment.max"));
        Assert.Null(arm.Vary);
        Assert.Null(arm.Replications);
        Assert.NotEqual(whole.Hash, arm.Hash);
    }

    [Theory]
    [InlineData("vary: { grid: { users.traders.arrivals: [{ every: 1 s }, { poisson: 2/min }] } }")]
    [InlineData("vary: { list: [{}, { payment.max: 2 OPG }] }\nreplications: 3")]
    [InlineData("vary: { sobol: { samples: 8, payment.max: { from: 0.1 OPG, to: 1 OPG } } }")]
    [InlineData("replications: { until: { metric: p99(latency.end_to_end), half_width: 2.5 % }, max: 60 }")]
    [InlineData("replications: { until: { metric: profit(honest), half_width: 0.5 OPG }, min: 5, max: 60 }")]
    [InlineData("vary: { grid: { payment.idle: [10 s, 60 s] } }\nestimates: { even: { crossing: profit(honest) - profit(traders), over: payment.idle } }\nverdicts: [estimate(even) < 20 s]")]
    public void A_resolved_experiment_reads_back_the_same(string more)
    {
        Scenario scenario = Load(more);

        Scenario again = ScenarioSamples.LoadText(scenario.ResolvedYaml);

        Assert.Equal(scenario.ResolvedYaml, again.ResolvedYaml);
    }

    [Fact]
    public void Replications_are_a_number_or_a_rule_with_limits()
    {
        Assert.Equal(new Replications(20, 20, null), Load("replications: 20").Replications);
        Replications relative = Load(
            "replications: { until: { metric: p99(latency.end_to_end), half_width: 5 % }, max: 60 }").Replications!;
        Replications few = Load(
            "replications: { until: { metric: profit(honest), half_width: 0.5 OPG }, max: 12 }").Replications!;

        Assert.Equal((30, 60, true), (relative.Least, relative.Most, relative.Until!.IsRelative));
        Assert.Equal(new ExactNumber(1, 20), relative.Until.HalfWidth.Value);
        Assert.Equal((12, 12, false), (few.Least, few.Most, few.Until!.IsRelative));
        Assert.Equal(Dimension.Opg, few.Until.HalfWidth.Dimension);
        Assert.Equal("honest", few.Until.Metric.Group);
    }

    [Theory]
    [InlineData(0.0, "0.1 OPG")]
    [InlineData(1.0, "1 OPG")]
    [InlineData(0.5, "0.55 OPG")]
    [InlineData(0.123456789, "0.2111111 OPG")]
    public void A_place_in_a_range_is_a_value_of_few_digits(double share, string value)
    {
        Variation.Sampled sampled = Assert.IsType<Variation.Sampled>(
            Load("vary: { lhs: { samples: 8, payment.max: { from: 0.1 OPG, to: 1 OPG } } }").Vary);

        Assert.Equal(value, sampled.Ranges[0].At(share).Text);
    }

    [Theory]
    [InlineData("nodes.honest.count: { from: 1, to: 4 }", 0.4, "2")]
    [InlineData("payment.idle: { from: 10 s, to: 20 s }", 0.5, "15 s")]
    [InlineData("users.traders.count: { from: 1, to: 1000 }", 1.0, "1000")]
    public void Whole_numbers_stay_whole(string range, double share, string value)
    {
        Variation.Sampled sampled = Assert.IsType<Variation.Sampled>(
            Load($"vary: {{ morris: {{ trajectories: 4, {range} }} }}").Vary);

        Assert.Equal(value, sampled.Ranges[0].At(share).Text);
    }

    [Theory]
    [InlineData("payment.max >= 100 attoOPG", true)]
    [InlineData("payment.max < 0.1 OPG", false)]
    [InlineData("payment.max == 0.1 OPG", true)]
    [InlineData("nodes.honest.count > 10", false)]
    [InlineData("nodes.honest.count <= 2", true)]
    [InlineData("payment.mode == upto", true)]
    [InlineData("payment.mode == exact", false)]
    [InlineData("users.traders.allowance > 5 OPG", true)]
    public void A_condition_holds_or_not_in_a_scenario(string condition, bool holds)
    {
        Scenario scenario = Load($"verdicts: [\"supply.conserved when {condition}\"]");

        Verdict verdict = Assert.Single(scenario.Verdicts);
        Assert.Equal(holds, verdict.When!.HoldsIn(scenario));
    }

    [Fact]
    public void An_estimate_is_a_metric_of_verdicts_in_the_unit_of_its_key()
    {
        Scenario scenario = Load("""
            vary: { grid: { payment.idle: [10 s, 60 s] } }
            estimates: { even: { crossing: profit(honest) - profit(traders), over: payment.idle } }
            verdicts: [estimate(even) < 20 s]
            """);

        MetricVerdict verdict = Assert.IsType<MetricVerdict>(Assert.Single(scenario.Verdicts));
        CrossingSettings estimate = Assert.Single(scenario.Estimates);
        Assert.Equal((EstimateTerm.Word, "even", Dimension.Time), (verdict.Metric, verdict.Group, verdict.Bound.Dimension));
        Assert.Equal("profit(honest) - profit(traders)", estimate.Curve.Text);
        Assert.Equal("traders", estimate.Curve.Second!.Group);
        Assert.Equal(new VariedAxis("payment.idle", Dimension.Time), estimate.Over);
        Assert.Equal(scenario.Verdicts, Arm(scenario, 1).Verdicts);
    }

    private static string[] Arms(string vary) =>
    [
        .. Assert.IsType<Variation.Listed>(Load(vary).Vary).Arms
            .Select(arm => string.Join(' ', arm.Select(value => value.Text))),
    ];

    private static Scenario Arm(Scenario whole, int arm) =>
        whole.Variants!.Resolve(Assert.IsType<Variation.Listed>(whole.Vary).Arms[arm]).Scenario!;

    private static Scenario Load(string more) => ScenarioSamples.LoadText(Head + more + "\n");
}
