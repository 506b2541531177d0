using Simulator.Primitives;

namespace Simulator.Statistics.Tests;

public sealed class WarmUpTests
{
    private static readonly DrawPurpose Purpose = new("warm-up");

    [Fact]
    public void A_warm_up_of_three_hundred_observations_is_found_and_little_more_is_dropped()
    {
        Mser5 cut = Mser5.Of(Series(3_000, bias: i => i < 300 ? 10.0 * (300 - i) / 300 : 0));

        Assert.True(cut.Found);
        Assert.InRange(cut.Dropped, 200, 400);
    }

    [Fact]
    public void A_series_that_never_settles_is_said_to_be_too_short()
    {
        Mser5 cut = Mser5.Of(Series(1_000, bias: i => -0.02 * i));

        Assert.Equal(new Mser5(0, false), cut);
    }

    [Fact]
    public void A_series_too_short_to_judge_loses_nothing() =>
        Assert.Equal(new Mser5(0, false), Mser5.Of([5, 4, 3, 2, 1]));

    private static double[] Series(int count, Func<int, double> bias)
    {
        KeyedRandom random = new(8, 0, "series");
        return [.. Enumerable.Range(0, count).Select(i => bias(i) + random.Draw(Purpose, (ulong)i).Normal())];
    }
}
