using Simulator.Scenarios.Expressions;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Tests;

/// <summary>Formulas mean what mathematics says, and closed forms are read with their names.</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "1 + 2 * 3", 7)]
    [InlineData("(1+2)*3", "(1 + 2) * 3", 9)]
    [InlineData("2 - 3 - 4", "2 - 3 - 4", -5)]
    [InlineData("16 / 4 / 2", "16 / 4 / 2", 2)]
    [InlineData("2^3^2", "2^3^2", 512)]
    [InlineData("-2^2", "-2^2", -4)]
    [InlineData("2^-2", "2^-2", 0.25)]
    [InlineData("4^(1/2)", "4^(1 / 2)", 2)]
    [InlineData("0^0.5", "0^0.5", 0)]
    [InlineData("1 - -1", "1 - -1", 2)]
    [InlineData("payment.idle / 5", "payment.idle / 5", 2)]
    [InlineData("1 - (1 - nodes.honest.price)^2", "1 - (1 - nodes.honest.price)^2", 0.003996)]
    public void A_formula_is_computed_by_the_usual_rules(string text, string canonical, double value)
    {
        Formula formula = Read(text);
        Assert.Equal(canonical, formula.Text);
        Assert.Equal(formula.Text, Read(formula.Text).Text);
        Assert.Equal(value, formula.At(Known)!.Value, 12);
    }

    [Theory]
    [InlineData("1 / 0")]
    [InlineData("(0 - 1)^0.5")]
    [InlineData("payment.max")]
    public void A_formula_outside_its_domain_has_no_value(string text) => Assert.Null(Read(text).At(Known));

    [Fact]
    public void Keys_are_named_once_in_order() =>
        Assert.Equal(
            ["payment.max", "payment.idle"], Read("payment.max * payment.idle - payment.max").Keys);

    [Theory]
    [InlineData("closed_form(x) within 2/100", false)]
    [InlineData("closed_form(even)  within 0.02 when payment.max > 1 OPG", true)]
    public void A_verdict_names_a_closed_form_or_an_estimate(string text, bool isOfEstimate)
    {
        ClosedFormVerdict verdict = Assert.IsType<ClosedFormVerdict>(Assert.Single(Load("1", text).Verdicts));
        Assert.Equal(isOfEstimate, verdict.IsOfEstimate);
        Assert.Equal(new Primitives.Ratio(1, 50), verdict.Within);
        Assert.Equal(isOfEstimate, verdict.When is not null);
        string expected = isOfEstimate ? "closed_form(even) within 1/50 when payment.max > 1 OPG" : "closed_form(x) within 1/50";
        Assert.Equal(expected, verdict.Text);
    }

    private static double? Known(string path) => path switch
    {
        "payment.idle" => 10,
        "nodes.honest.price" => 0.002,
        _ => null,
    };

    private static Formula Read(string formula) => Load(formula, "supply.conserved").ClosedForms[0].Formula;

    private static Scenario Load(string formula, string verdict)
    {
        string file = Path.Combine(Path.GetTempPath(), $"formula-{Guid.NewGuid()}.yaml");
        File.WriteAllText(file, $$"""
            question: What does it come to?
            duration: 10 s
            users:
              traders: { count: 2, balance: 5 OPG, arrivals: { every: 1 s }, asks: { model: volatility@1.2 } }
            nodes:
              honest: { count: 2, price: 0.002 OPG }
            vary: { grid: { payment.idle: [10 s, 60 s] } }
            estimates: { even: { crossing: profit(honest), over: payment.idle, closed_form: 2 * payment.max } }
            closed_forms: { x: { metric: mean(latency.end_to_end), formula: "{{formula}}" } }
            verdicts: ["{{verdict}}"]
            """);
        try
        {
            ScenarioLoad load = ScenarioFile.Load(file, [], TestVocabulary.Names);
            Assert.Empty(load.Problems);
            return load.Scenario!;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
