using Simulator.Primitives;

namespace Simulator.Statistics.Tests;

public sealed class IntervalTests
{
    private static readonly DrawPurpose Purpose = new("statistics");

    /// <remarks>Any printed table of Student's t, two-sided 95 %.</remarks>
    [Theory]
    [InlineData(1, 12.706205)]
    [InlineData(9, 2.262157)]
    [InlineData(19, 2.093024)]
    [InlineData(120, 1.979930)]
    public void Student_factors_are_those_of_the_table(long degreesOfFreedom, double expected) =>
        Assert.Equal(expected, Confidence.Default.StudentFactor(degreesOfFreedom), 6);

    /// <remarks>R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.</remarks>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_intervals_are_the_published_ones(long successes, long trials, double lower, double upper)
    {
        Estimate estimate = ProportionInterval.Wilson(successes, trials);

        Assert.Equal(lower, estimate.Lower!.Value, 4);
        Assert.Equal(upper, estimate.Upper!.Value, 4);
    }

    /// <remarks>NIST Statistical Reference Datasets, NumAcc4: certified mean 10000000.2 and deviation 0.1.</remarks>
    [Fact]
    public void Moments_keep_their_digits_far_from_zero()
    {
        Moments moments = new();
        moments.Add(10_000_000.2);
        for (int i = 0; i < 500; i++)
        {
            moments.Add(10_000_000.1);
            moments.Add(10_000_000.3);
        }

        Assert.Equal(10_000_000.2, moments.Mean, 7);
        Assert.Equal(0.1, Math.Sqrt(moments.Variance), 8);
    }

    [Fact]
    public void A_mean_of_independent_observations_covers_the_truth_as_often_as_it_says()
    {
        int covered = 0;
        double[] values = new double[30];
        for (ulong trial = 0; trial < 2_000; trial++)
        {
            for (ulong i = 0; i < 30; i++)
            {
                values[i] = 5 + new KeyedRandom(1, trial, "normal").Draw(Purpose, i).Normal();
            }

            covered += Covers(MeanInterval.Of(values), 5) ? 1 : 0;
        }

        Assert.InRange(covered / 2_000.0, 0.935, 0.965);
    }

    [Fact]
    public void Batch_means_cover_the_mean_wait_of_a_queue_at_seventy_percent_load()
    {
        double truth = 0.7 / (1 - 0.7);
        int covered = 0;
        for (ulong trial = 0; trial < 400; trial++)
        {
            covered += Covers(BatchMeans.Of(Queue.Waits(trial, 0.7, 20_000)), truth) ? 1 : 0;
        }

        Assert.InRange(covered / 400.0, 0.92, 0.98);
    }

    [Fact]
    public void Too_few_observations_for_batches_give_a_value_without_an_interval()
    {
        Estimate estimate = BatchMeans.Of([1, 2, 3, 4, 5]);

        Assert.Equal(3, estimate.Value);
        Assert.Null(estimate.HalfWidth);
        Assert.Equal(5, estimate.N);
    }

    [Fact]
    public void A_share_of_correlated_trials_has_a_wider_interval_than_of_independent_ones()
    {
        TrialSeries independent = new();
        TrialSeries bursts = new();
        for (ulong i = 0; i < 20_000; i++)
        {
            independent.Add(new KeyedRandom(3, 0, "trials").Draw(Purpose, i).Chance(new Ratio(9, 10)));
            bursts.Add(new KeyedRandom(3, 0, "trials").Draw(Purpose, i / 500).Chance(new Ratio(9, 10)));
        }

        Assert.Equal(0.9, independent.Share().Value, 0.01);
        Assert.True(bursts.Share().HalfWidth > 3 * independent.Share().HalfWidth);
    }

    [Fact]
    public void A_share_covers_the_truth_as_often_as_it_says()
    {
        int covered = 0;
        for (ulong trial = 0; trial < 1_000; trial++)
        {
            TrialSeries series = new();
            for (ulong i = 0; i < 1_000; i++)
            {
                series.Add(new KeyedRandom(4, trial, "share").Draw(Purpose, i).Chance(new Ratio(19, 20)));
            }

            covered += Covers(series.Share(), 0.95) ? 1 : 0;
        }

        Assert.InRange(covered / 1_000.0, 0.93, 0.99);
    }

    private static bool Covers(Estimate estimate, double truth) => estimate.Lower <= truth && truth <= estimate.Upper;
}
