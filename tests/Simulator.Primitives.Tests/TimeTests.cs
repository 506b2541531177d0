namespace Simulator.Primitives.Tests;

public sealed class TimeTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(50_000_000, "50 ms")]
    [InlineData(2_000_000_000, "2 s")]
    [InlineData(120_000_000_000, "2 min")]
    [InlineData(1_500, "1500 ns")]
    public void A_duration_prints_in_the_largest_unit_that_divides_it(long nanoseconds, string expected)
    {
        Assert.Equal(expected, new SimDuration(nanoseconds).ToString());
    }

    [Fact]
    public void Time_beyond_the_range_throws()
    {
        Assert.Throws<OverflowException>(() => SimTime.EndOfTime + SimDuration.FromNanoseconds(1));
    }

    [Fact]
    public void A_link_is_busy_for_the_bits_divided_by_the_rate_rounded_up()
    {
        Assert.Equal(SimDuration.FromSeconds(8), new BitRate(1_000_000).TransmissionTime(new ByteCount(1_000_000)));
        Assert.Equal(SimDuration.FromNanoseconds(1), new BitRate(long.MaxValue).TransmissionTime(new ByteCount(1)));
        Assert.Equal(SimDuration.Zero, new BitRate(0).TransmissionTime(new ByteCount(1)));
    }
}
