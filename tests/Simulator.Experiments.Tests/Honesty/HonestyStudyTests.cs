using System.Xml.Linq;
using Simulator.Experiments.Honesty;

namespace Simulator.Experiments.Tests.Honesty;

/// <summary>What a tolerance is too strict for and too lax for, on real executions.</summary>
public sealed class HonestyStudyTests : IDisposable
{
    private const int Questions = 400;

    private readonly HonestyStudy study = new(seed: 1, Questions);

    public void Dispose() => study.Dispose();

    [Fact]
    public void Profiles_of_one_runtime_agree_to_the_last_of_nine_decimals() =>
        Assert.Equal(0, Curve(study.Measure(9), "other optimisation or threads").Wrong(0).Value);

    [Fact]
    public void Single_precision_is_slashed_by_an_exact_comparison_and_8_bits_pass_a_lax_one()
    {
        HonestyFinding finding = study.Measure(9);

        Assert.True(Curve(finding, "single precision").Wrong(0).Value > 0.5);
        Assert.Equal(0, Curve(finding, "single precision").Wrong(1e-5).Value);
        Assert.Equal(0, Curve(finding, "8-bit weights").Wrong(1e-5).Value);
        Assert.True(Curve(finding, "8-bit weights").Wrong(1e-2).Value > 0.9);
    }

    [Fact]
    public void A_wider_tolerance_slashes_no_more_and_misses_no_less()
    {
        foreach (HonestyCurve curve in study.Measure(null).Curves)
        {
            double[] wrong = [.. HonestyFinding.Tolerances.Select(tolerance => curve.Wrong(tolerance).Value)];
            Assert.Equal(curve.Cheats ? wrong.Order() : wrong.OrderDescending(), wrong);
            Assert.Equal(curve.Cheats ? 1 : 0, wrong[^1]);
        }
    }

    [Fact]
    public void The_chart_shows_every_curve()
    {
        HonestyFinding finding = study.Measure(null);

        string text = string.Concat(XDocument.Parse(HonestyChart.Of(finding)).Descendants().Select(element => element.Value));

        Assert.All(finding.Curves, curve => Assert.Contains(curve.Node, text, StringComparison.Ordinal));
    }

    private static HonestyCurve Curve(HonestyFinding finding, string node) => finding.Curves.Single(curve => curve.Node == node);
}
