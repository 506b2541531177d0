using Simulator.Statistics;

namespace Simulator.Reporting.Tests;

public sealed class WordingTests
{
    [Theory]
    [InlineData(1.2345678, 0.034, MetricUnit.Seconds, "1.235 s", "1.201 to 1.269 s")]
    [InlineData(0.4067, 0.0093, MetricUnit.Seconds, "406.7 ms", "397.4 to 416.0 ms")]
    [InlineData(0.963, 0.02, MetricUnit.Share, "96.3 %", "94.3 to 98.3 %")]
    [InlineData(1925.4, 310, MetricUnit.PerSecond, "1,925 per second", "1,615 to 2,235 per second")]
    [InlineData(0.03, 0.000000000032, MetricUnit.Seconds, "30.000 ms", "30.000 to 30.000 ms")]
    public void A_figure_shows_the_digits_that_its_interval_supports(
        double value, double halfWidth, MetricUnit unit, string expected, string interval) =>
        Assert.Equal((expected, interval), Wording.Figure(Estimate.Symmetric(value, halfWidth, 100, "test"), unit));

    [Theory]
    [InlineData(1234, MetricUnit.Count, "1,234")]
    [InlineData(0.0375, MetricUnit.Opg, "0.0375 OPG")]
    [InlineData(-12.5, MetricUnit.Opg, "−12.5 OPG")]
    [InlineData(1.293269939, MetricUnit.Seconds, "1.293 s")]
    public void What_is_exact_says_so(double value, MetricUnit unit, string expected) =>
        Assert.Equal((expected, "exact"), Wording.Figure(Estimate.Exact(value, 7), unit));

    [Fact]
    public void An_open_interval_says_on_which_side_it_is_bounded()
    {
        Estimate open = new(3, 2, null, 9, "test");

        Assert.Equal(("3.0 s", "at least 2.0 s"), Wording.Figure(open, MetricUnit.Seconds));
        Assert.Equal("no interval", Wording.Figure(Estimate.WithoutInterval(3, 9, "test"), MetricUnit.Seconds).Interval);
    }
}
