using Simulator.Primitives;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Tests;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+7", "7")]
    [InlineData("1_000", "1000")]
    [InlineData("0.1", "1/10")]
    [InlineData("-2.50", "-5/2")]
    [InlineData("3/100", "3/100")]
    [InlineData("6 / 4", "3/2")]
    [InlineData("1_0.5_0", "21/2")]
    [InlineData("100000000000000000000000000000000000000001", "100000000000000000000000000000000000000001")]
    public void A_number_is_read_exactly(string text, string expected)
    {
        Assert.True(ExactNumber.TryParse(text, out ExactNumber number));
        Assert.Equal(expected, number.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1__0")]
    [InlineData("_1")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("1/2/3")]
    [InlineData("1.5/2")]
    [InlineData("٣")]
    public void Anything_else_is_refused(string text) => Assert.False(ExactNumber.TryParse(text, out _));

    [Theory]
    [InlineData(1, 60, "1/min")]
    [InlineData(3, 60, "3/min")]
    [InlineData(1, 2, "30/min")]
    [InlineData(5, 1, "5/s")]
    [InlineData(2, 7_200, "1/h")]
    [InlineData(1, 86_400, "1/d")]
    public void A_rate_is_written_in_the_shortest_unit_that_keeps_it_whole(long count, long seconds, string expected) =>
        Assert.Equal(expected, new Rate(count, SimDuration.FromSeconds(seconds)).ToString());
}
