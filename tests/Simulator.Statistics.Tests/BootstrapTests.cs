using Simulator.Primitives;

namespace Simulator.Statistics.Tests;

public sealed class BootstrapTests
{
    private static readonly DrawPurpose Purpose = new("sample");

    [Fact]
    public void A_percentile_interval_of_a_mean_is_about_as_wide_as_students()
    {
        double[] values = Sample(1, 15, normal: true);

        Estimate percentile = Bootstrap.Percentile(values, Mean, new KeyedRandom(1, 0, "mean"), resamples: 20_000);

        Assert.InRange(percentile.HalfWidth!.Value / MeanInterval.Of(values).HalfWidth!.Value, 0.92, 1.08);
        Assert.Equal(15, percentile.N);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bootstrap_covers_the_mean_as_often_as_it_says(bool percentile)
    {
        int covered = 0;
        for (ulong trial = 0; trial < 500; trial++)
        {
            double[] values = Sample(trial, 25, normal: percentile);
            KeyedRandom random = new(2, trial, "mean");
            Estimate estimate = percentile
                ? Bootstrap.Percentile(values, Mean, random, resamples: 300)
                : Bootstrap.Bca(values, Mean, random, resamples: 300);
            covered += estimate.Lower <= 0 && 0 <= estimate.Upper ? 1 : 0;
        }

        Assert.InRange(covered / 500.0, percentile ? 0.92 : 0.88, 0.98);
    }

    [Fact]
    public void Bca_leans_to_the_side_of_the_tail()
    {
        double[] values = Sample(3, 40, normal: false);

        Estimate plain = Bootstrap.Percentile(values, Mean, new KeyedRandom(3, 0, "lean"));
        Estimate bca = Bootstrap.Bca(values, Mean, new KeyedRandom(3, 0, "lean"));

        Assert.True(bca.Upper - bca.Value > bca.Value - bca.Lower);
        Assert.True(bca.Lower > plain.Lower);
    }

    [Fact]
    public void Equal_names_draw_equal_resamples_and_others_do_not()
    {
        double[] values = Sample(4, 20, normal: true);

        Assert.Equal(
            Bootstrap.Bca(values, Mean, new KeyedRandom(1, 0, "a")),
            Bootstrap.Bca(values, Mean, new KeyedRandom(1, 0, "a")));
        Assert.NotEqual(
            Bootstrap.Bca(values, Mean, new KeyedRandom(1, 0, "a")),
            Bootstrap.Bca(values, Mean, new KeyedRandom(1, 0, "b")));
    }

    [Fact]
    public void Values_that_do_not_vary_have_an_interval_of_no_width() =>
        Assert.Equal(
            new Estimate(2, 2, 2, 3, "bootstrap, BCa"),
            Bootstrap.Bca([2, 2, 2], Mean, new KeyedRandom(1, 0, "constant")));

    [Fact]
    public void One_observation_has_no_interval() =>
        Assert.False(Bootstrap.Percentile([2], Mean, new KeyedRandom(1, 0, "one")).HasInterval);

    private static double[] Sample(ulong trial, int count, bool normal)
    {
        KeyedRandom random = new(31, trial, "bootstrap");
        return [.. Enumerable.Range(0, count).Select(i => random.Draw(Purpose, (ulong)i)).Select(draw =>
            normal ? draw.Normal() : -PortableMath.Log(draw.UnitInterval()) - 1)];
    }

    private static double Mean(ReadOnlySpan<double> values) => CompensatedSum.Of(values) / values.Length;
}
