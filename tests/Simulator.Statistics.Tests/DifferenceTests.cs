using Simulator.Primitives;
using Xunit.Abstractions;

namespace Simulator.Statistics.Tests;

public sealed class DifferenceTests(ITestOutputHelper output)
{
    private static readonly DrawPurpose Purpose = new("difference");

    /// <remarks>
    /// Student, Biometrika 6 (1908), p. 1: additional hours of sleep under two drugs; t = −4.0621 with 9 degrees of
    /// freedom, p = 0.002833, mean difference −1.58 in [−2.4599, −0.7001], correlation 0.7952.
    /// </remarks>
    [Fact]
    public void A_paired_difference_is_the_published_one()
    {
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

        PairedDifference paired = PairedDifference.Of(first, second);

        Assert.Equal(-1.58, paired.Difference.Value, 10);
        Assert.Equal(-2.4598858, paired.Difference.Lower!.Value, 6);
        Assert.Equal(-0.7001142, paired.Difference.Upper!.Value, 6);
        Assert.Equal(0.00283289, paired.PValue!.Value, 7);
        Assert.Equal(0.7951702, paired.Correlation!.Value, 6);
        Assert.Equal((3.20055556 + 4.00900000) / 1.51288889, paired.VarianceReduction!.Value, 5);
        Assert.Equal(paired.PValue.Value, IntervalError(first, second), 6);
    }

    /// <remarks>The same sleep data taken as independent samples: t = −1.8608, 17.776 degrees of freedom,
    /// p = 0.07939, interval [−3.3655, 0.2055].</remarks>
    [Fact]
    public void A_difference_of_independent_means_is_the_published_one()
    {
        WelchDifference welch = WelchDifference.Of(
            [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
            [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

        Assert.Equal(17.77647, welch.DegreesOfFreedom!.Value, 4);
        Assert.Equal(0.07939414, welch.PValue!.Value, 6);
        Assert.Equal(-3.3654832, welch.Difference.Lower!.Value, 5);
        Assert.Equal(0.2054832, welch.Difference.Upper!.Value, 5);
    }

    /// <remarks>R. G. Newcombe, Statistics in Medicine 17 (1998), p. 873, table II, method 10.</remarks>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    public void A_difference_of_shares_is_the_published_one(long successes, long trials, long others, long otherTrials,
        double lower, double upper)
    {
        Estimate difference = ProportionDifference.Of(successes, trials, others, otherTrials).Difference;

        Assert.Equal(lower, difference.Lower!.Value, 4);
        Assert.Equal(upper, difference.Upper!.Value, 4);
    }

    [Fact]
    public void The_variance_reduction_and_the_correlation_cover_the_truth_as_often_as_they_say()
    {
        // Arms that share nine tenths of their variance: 2 / (2 − 1.8) = 10.
        const double shared = 0.9;
        int reduction = 0;
        int correlation = 0;
        for (ulong trial = 0; trial < 2_000; trial++)
        {
            (double[] first, double[] second) = Arms(trial, 20, shared);
            PairedDifference paired = PairedDifference.Of(first, second);
            reduction += Covers(paired.VarianceReduction!, 10) ? 1 : 0;
            correlation += Covers(paired.Correlation!, shared) ? 1 : 0;
        }

        output.WriteLine($"of 2000: variance reduction {reduction}, correlation {correlation}");
        Assert.InRange(reduction / 2_000.0, 0.935, 0.965);
        Assert.InRange(correlation / 2_000.0, 0.935, 0.965);
    }

    [Fact]
    public void Arms_of_equal_luck_differ_by_exactly_what_was_changed()
    {
        PairedDifference paired = PairedDifference.Of([1, 2, 4], [0.5, 1.5, 3.5]);

        Assert.Equal((0.5, 0.5, 0.5), (paired.Difference.Value, paired.Difference.Lower, paired.Difference.Upper));
        Assert.Equal(0, paired.PValue);
        Assert.Null(paired.VarianceReduction);
        Assert.Equal(1, paired.Correlation!.Value, 12);
    }

    [Fact]
    public void One_pair_tells_a_difference_and_nothing_about_chance()
    {
        PairedDifference paired = PairedDifference.Of([3], [1]);

        Assert.Equal(2, paired.Difference.Value);
        Assert.False(paired.Difference.HasInterval);
        Assert.Null(paired.PValue);
        Assert.Null(paired.Correlation);
    }

    [Fact]
    public void Arms_of_different_length_are_not_paired() =>
        Assert.Throws<ArgumentException>(() => PairedDifference.Of([1, 2], [1]));

    private static (double[] First, double[] Second) Arms(ulong trial, int pairs, double shared)
    {
        KeyedRandom random = new(11, trial, "arms");
        double[] first = new double[pairs];
        double[] second = new double[pairs];
        for (int i = 0; i < pairs; i++)
        {
            double common = Math.Sqrt(shared) * random.Draw(Purpose, (ulong)i, 0).Normal();
            first[i] = common + (Math.Sqrt(1 - shared) * random.Draw(Purpose, (ulong)i, 1).Normal());
            second[i] = common + (Math.Sqrt(1 - shared) * random.Draw(Purpose, (ulong)i, 2).Normal());
        }

        return (first, second);
    }

    // The error at which the interval just touches zero, by bisection: what a p-value is.
    private static double IntervalError(double[] first, double[] second)
    {
        (double low, double high) = (1e-9, 1.0 - 1e-9);
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            Estimate difference = PairedDifference.Of(first, second, new Confidence(1 - middle)).Difference;
            (low, high) = Covers(difference, 0) ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static bool Covers(Estimate estimate, double truth) => estimate.Lower <= truth && truth <= estimate.Upper;
}
