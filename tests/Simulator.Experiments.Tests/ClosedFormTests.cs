using System.Text.Json;
using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments.Tests;

/// <summary>What theory says stands beside what is measured, in every output of an experiment.</summary>
public sealed class ClosedFormTests : IDisposable
{
    private const string Prices = """
        vary: { grid: { nodes.honest.price: [0.001 OPG, 0.003 OPG] } }
        replications: 3
        closed_forms:
          price: { metric: mean(price), formula: nodes.honest.price, derivation: a node is paid what it asks for }
          twice: { metric: mean(price), formula: 2 * nodes.honest.price }
          void: { metric: mean(price), formula: nodes.honest.price / 0 }
        estimates:
          dear: { crossing: mean(price), over: nodes.honest.price, closed_form: payment.idle / 100 }
        verdicts:
          - closed_form(price) within 2/100
          - closed_form(twice) within 2/100
          - closed_form(void) within 2/100
          - closed_form(dear) within 2/100

        """;

    private readonly ExperimentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_verdict_passes_where_the_interval_covers_and_fails_where_it_excludes_the_closed_form()
    {
        ExperimentSummary summary = folder.Run("bundle", Prices);
        VerdictOutcome[] outcomes = [.. summary.Verdicts.Take(4).Select(verdict => verdict.Outcome)];

        Assert.Equal(
            [VerdictOutcome.Pass, VerdictOutcome.Fail, VerdictOutcome.Inconclusive, VerdictOutcome.Inconclusive], outcomes);
        Assert.Equal(2, summary.Verdicts[0].Arms.Count);
        Assert.Contains("inside the interval", summary.Verdicts[0].Arms[0].Verdict.Note, StringComparison.Ordinal);
        Assert.Null(Assert.Single(summary.Verdicts[3].Arms).Arm);
    }

    [Fact]
    public void A_formula_has_its_value_in_every_arm_and_between_arms()
    {
        ExperimentSummary summary = folder.Run("bundle", Prices);
        ExperimentClosedForm twice = summary.ClosedForms.Single(form => form.Name == "twice");

        Assert.Equal([0.002, 0.006], twice.Values);
        Assert.Equal(0.004, twice.Along(0, "nodes.honest.price", 0.002));
        Assert.Equal([null, null], summary.ClosedForms.Single(form => form.Name == "void").Values);
        Assert.Equal(1, summary.Estimates.Single().ClosedForm!.Value);
    }

    [Fact]
    public void Summary_report_and_chart_show_it_beside_what_was_measured()
    {
        folder.Run("bundle", Prices);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder["bundle"], "summary.json")));
        JsonElement form = json.RootElement.GetProperty("closed_forms")[0];
        string report = File.ReadAllText(Path.Combine(folder["bundle"], "report.html"));
        string chart = File.ReadAllText(Path.Combine(folder["bundle"], "charts", "figure-0.json"));

        Assert.Equal("nodes.honest.price", form.GetProperty("formula").GetString());
        Assert.True(form.GetProperty("arms")[1].GetProperty("covered").GetBoolean());
        Assert.Equal(0.003, form.GetProperty("arms")[1].GetProperty("closed_form").GetDouble());
        Assert.Contains("A node is paid what it asks for.", report, StringComparison.Ordinal);
        Assert.Contains("Closed forms beside what was measured", report, StringComparison.Ordinal);
        Assert.Contains("closed form", chart, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_on_a_closed_form_is_judged_in_a_single_run_too()
    {
        ExperimentSummary summary = folder.Run(
            "bundle",
            """
            replications: 1
            closed_forms: { price: { metric: mean(price), formula: nodes.honest.price } }
            verdicts: [closed_form(price) within 2/100]

            """);

        Assert.Equal(0.002, Assert.Single(summary.ClosedForms).Values[0]);
        Assert.NotEqual(VerdictOutcome.Fail, summary.Verdicts[0].Outcome);
    }

    [Theory]
    [InlineData(10, 9.9, 10.1, 0.02, VerdictOutcome.Pass)]
    [InlineData(10, 9, 11, 0.02, VerdictOutcome.Inconclusive)]
    [InlineData(10, 10.01, 10.2, 0.02, VerdictOutcome.Fail)]
    [InlineData(-10, -10.1, -9.9, 0.02, VerdictOutcome.Pass)]
    [InlineData(0, 0, 0, 0.02, VerdictOutcome.Pass)]
    public void Covering_is_not_enough_where_the_interval_is_wide(
        double closedForm, double lower, double upper, double within, VerdictOutcome outcome)
    {
        Estimate measured = new((lower + upper) / 2, lower, upper, 9, "test");
        Assert.Equal(outcome, new ClosedFormMatch(closedForm, measured).Decide(within, measured));
    }

    [Fact]
    public void What_only_the_wider_interval_of_the_family_covers_is_left_open()
    {
        Estimate alone = new(10, 9.9, 10.1, 9, "test");
        Estimate inFamily = alone with { Lower = 9.7, Upper = 10.3 };
        Assert.Equal(VerdictOutcome.Inconclusive, new ClosedFormMatch(10.2, alone).Decide(0.02, inFamily));
    }
}
