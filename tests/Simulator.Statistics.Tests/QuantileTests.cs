using Simulator.Primitives;

namespace Simulator.Statistics.Tests;

public sealed class QuantileTests
{
    private static readonly DrawPurpose Purpose = new("quantiles");
    private static readonly Ratio Median = new(1, 2);

    [Theory]
    [InlineData(1, 2, 10, 5)]
    [InlineData(1, 2, 11, 6)]
    [InlineData(99, 100, 100, 99)]
    [InlineData(99, 100, 101, 100)]
    [InlineData(99, 100, 1, 1)]
    [InlineData(0, 1, 7, 1)]
    [InlineData(1, 1, 7, 7)]
    public void A_quantile_is_the_observation_with_rank_level_times_n_rounded_up(long numerator, long denominator,
        long count, long rank) =>
        Assert.Equal(rank, Quantile.Rank(new Ratio(numerator, denominator), count));

    /// <remarks>
    /// Tables for confidence intervals of the median, for example Conover's table A3 by way of the sign test.
    /// </remarks>
    [Theory]
    [InlineData(10, 2, 9)]
    [InlineData(20, 6, 15)]
    [InlineData(100, 40, 61)]
    public void The_median_lies_between_the_ranks_of_the_table(long count, long lower, long upper) =>
        Assert.Equal((lower, upper), OrderStatistics.Ranks(Median, count));

    /// <remarks>0.99³⁶⁷ is above 0.025 and 0.99³⁶⁸ below.</remarks>
    [Fact]
    public void A_high_quantile_of_few_observations_has_no_upper_bound()
    {
        Assert.Null(OrderStatistics.Ranks(new Ratio(99, 100), 367).Upper);
        Assert.Equal(368, OrderStatistics.Ranks(new Ratio(99, 100), 368).Upper);
        Assert.Null(OrderStatistics.Ranks(new Ratio(1, 100), 367).Lower);
    }

    [Fact]
    public void A_quantile_of_independent_observations_covers_the_truth_at_least_as_often_as_it_says()
    {
        double truth = Math.Log(20);
        int covered = 0;
        double[] values = new double[500];
        for (ulong trial = 0; trial < 1_000; trial++)
        {
            for (ulong i = 0; i < 500; i++)
            {
                values[i] = -PortableMath.Log(new KeyedRandom(5, trial, "exponential").Draw(Purpose, i).UnitInterval());
            }

            covered += Covers(QuantileInterval.OfIndependent(values, new Ratio(19, 20)), truth) ? 1 : 0;
        }

        Assert.InRange(covered / 1_000.0, 0.945, 0.985);
    }

    [Fact]
    public void A_quantile_of_a_queues_waits_covers_the_truth_although_they_are_correlated()
    {
        double truth = Math.Log(0.7 / 0.1) / (1 - 0.7);
        int covered = 0;
        for (ulong trial = 0; trial < 200; trial++)
        {
            covered += Covers(QuantileInterval.OfSeries(Queue.Waits(trial, 0.7, 20_000), new Ratio(9, 10)), truth) ? 1
                : 0;
        }

        Assert.InRange(covered / 200.0, 0.91, 0.99);
    }

    [Fact]
    public void A_long_series_keeps_quantiles_within_a_thousandth_and_moments_exactly()
    {
        ObservationSeries series = new(exactLimit: 1_000);
        List<double> all = [];
        for (ulong i = 0; i < 100_000; i++)
        {
            double value = Math.Exp(2 * new KeyedRandom(6, 0, "long").Draw(Purpose, i).Normal());
            series.Add(value);
            all.Add(value);
        }

        all.Sort();
        Assert.False(series.IsExact);
        Assert.Equal(all.Average(), series.Mean().Value, 9);
        Assert.Equal((all[0], all[^1]), (series.Minimum, series.Maximum));
        foreach (int percent in new[] { 1, 10, 50, 90, 95, 99 })
        {
            Ratio level = new(percent, 100);
            double exact = all[(int)Quantile.Rank(level, all.Count) - 1];
            Assert.InRange(series.Quantile(level).Value / exact, 0.999, 1.001);
        }
    }

    [Fact]
    public void Beyond_the_limit_intervals_stay_close_to_the_exact_ones()
    {
        double[] waits = Queue.Waits(1, 0.7, 40_000);
        ObservationSeries exact = new();
        ObservationSeries bounded = new(exactLimit: 640);
        foreach (double wait in waits)
        {
            exact.Add(wait);
            bounded.Add(wait);
        }

        Estimate mean = bounded.Mean();
        Estimate tail = bounded.Quantile(new Ratio(95, 100));
        Assert.Equal(exact.Mean().Value, mean.Value, 9);
        Assert.InRange(mean.HalfWidth!.Value / exact.Mean().HalfWidth!.Value, 0.5, 2);
        Assert.InRange(tail.HalfWidth!.Value / exact.Quantile(new Ratio(95, 100)).HalfWidth!.Value, 0.5, 2);
    }

    [Fact]
    public void A_snapshot_counts_as_the_observations_do()
    {
        ObservationSeries series = new();
        foreach (double value in new double[] { 3, 1, 2, 2, 5 })
        {
            series.Add(value);
        }

        EmpiricalDistribution snapshot = series.Distribution();
        Assert.Equal((0, 1, 3, 4, 5), (
            snapshot.CountAtOrBelow(0.5), snapshot.CountAtOrBelow(1), snapshot.CountAtOrBelow(2.5),
                snapshot.CountAtOrBelow(3), snapshot.CountAtOrBelow(9)));
        Assert.Equal(2, snapshot.Quantile(Median));
    }

    private static bool Covers(Estimate estimate, double truth) => estimate.Lower <= truth && truth <= estimate.Upper;
}
