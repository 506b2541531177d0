using MathNet.Numerics.Distributions;
using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>Intervals for any statistic of independent observations, from resamples of them.</summary>
/// <remarks>
/// B. Efron, Journal of the American Statistical Association 82 (1987), p. 171, for BCa. Percentile intervals are
/// expanded to Student's width by T. C. Hesterberg, The American Statistician 69 (2015), p. 371; unexpanded ones are
/// too narrow below about a hundred observations.
/// </remarks>
public static class Bootstrap
{
    /// <summary>The central part of the resampled values; fit for statistics without much bias.</summary>
    /// <param name="values">At least one; below two there is no interval.</param>
    /// <param name="statistic">Of a sample of the same size.</param>
    /// <param name="random">Named after the figure.</param>
    /// <param name="confidence">95 % by default.</param>
    /// <param name="resamples">At least 2.</param>
    /// <exception cref="ArgumentException">No observation.</exception>
    public static Estimate Percentile(
        ReadOnlySpan<double> values,
        Func<ReadOnlySpan<double>, double> statistic,
        KeyedRandom random,
        Confidence? confidence = null,
        int resamples = Resampling.DefaultResamples)
    {
        double[] sample = Sample(values);
        double value = statistic(sample);
        if (Replicates(sample, statistic, random, resamples) is not { } ascending)
        {
            return Estimate.WithoutInterval(value, sample.Length, "one observation");
        }

        (double lower, double upper) = Central(ascending, sample.Length, confidence ?? Confidence.Default);
        return new Estimate(value, lower, upper, sample.Length, "bootstrap, expanded percentile");
    }

    /// <summary>Corrected for bias and for a spread that changes with the value; fit for skewed statistics.</summary>
    /// <inheritdoc cref="Percentile"/>
    public static Estimate Bca(
        ReadOnlySpan<double> values,
        Func<ReadOnlySpan<double>, double> statistic,
        KeyedRandom random,
        Confidence? confidence = null,
        int resamples = Resampling.DefaultResamples)
    {
        double[] sample = Sample(values);
        double value = statistic(sample);
        if (Replicates(sample, statistic, random, resamples) is not { } ascending)
        {
            return Estimate.WithoutInterval(value, sample.Length, "one observation");
        }

        double bias = Bias(ascending, value);
        double acceleration = Acceleration(sample, statistic);
        double z = (confidence ?? Confidence.Default).NormalFactor();
        return new Estimate(
            value,
            At(ascending, Normal.CDF(0, 1, Shifted(-z))),
            At(ascending, Normal.CDF(0, 1, Shifted(z))),
            sample.Length,
            "bootstrap, BCa");

        double Shifted(double quantile) => bias + ((bias + quantile) / (1 - (acceleration * (bias + quantile))));
    }

    /// <summary>The expanded percentile interval of resampled values.</summary>
    /// <param name="ascending">Sorted.</param>
    /// <param name="observations">Independent observations behind the statistic, at least 2.</param>
    /// <param name="confidence">Level.</param>
    internal static (double Lower, double Upper) Central(double[] ascending, int observations, Confidence confidence)
    {
        double factor = confidence.StudentFactor(observations - 1) * Math.Sqrt(observations / (observations - 1.0));
        double tail = Normal.CDF(0, 1, -factor);
        return (At(ascending, tail), At(ascending, 1 - tail));
    }

    // Between the two neighbours of probability · (count + 1), the usual rank for a quantile of simulated values.
    private static double At(double[] ascending, double probability)
    {
        double rank = Math.Clamp((probability * (ascending.Length + 1)) - 1, 0, ascending.Length - 1);
        int below = (int)rank;
        double low = ascending[below];
        double high = ascending[Math.Min(below + 1, ascending.Length - 1)];
        return rank.Equals(below) || low.Equals(high) || double.IsInfinity(low)
            ? low
            : low + ((rank - below) * (high - low));
    }

    // Ties count half, so that a discrete statistic has no bias for being discrete.
    private static double Bias(double[] ascending, double value)
    {
        double below = 0;
        foreach (double replicate in ascending)
        {
            below += replicate < value ? 1 : replicate.Equals(value) ? 0.5 : 0;
        }

        double half = 0.5 / ascending.Length;
        return PortableMath.NormalQuantile(Math.Clamp(below / ascending.Length, half, 1 - half));
    }

    private static double Acceleration(double[] sample, Func<ReadOnlySpan<double>, double> statistic)
    {
        double[] jackknife = new double[sample.Length];
        double[] rest = sample[1..];
        for (int i = 0; i < sample.Length; i++)
        {
            jackknife[i] = statistic(rest);
            if (i < rest.Length)
            {
                rest[i] = sample[i];
            }
        }

        double mean = CompensatedSum.Of(jackknife) / jackknife.Length;
        double squares = 0;
        double cubes = 0;
        foreach (double value in jackknife)
        {
            double distance = mean - value;
            squares += distance * distance;
            cubes += distance * distance * distance;
        }

        return squares == 0 ? 0 : cubes / (6 * squares * Math.Sqrt(squares));
    }

    // Null below two observations, which say nothing about their spread.
    private static double[]? Replicates(
        double[] sample, Func<ReadOnlySpan<double>, double> statistic, KeyedRandom random, int resamples) =>
        sample.Length < 2 ? null : Resampling.Replicates(sample.Length, Over(sample, statistic), random, resamples);

    private static Func<ReadOnlySpan<int>, double> Over(double[] sample, Func<ReadOnlySpan<double>, double> statistic)
    {
        double[] chosen = new double[sample.Length];
        return indices =>
        {
            for (int i = 0; i < chosen.Length; i++)
            {
                chosen[i] = sample[indices[i]];
            }

            return statistic(chosen);
        };
    }

    private static double[] Sample(ReadOnlySpan<double> values) => values.IsEmpty
        ? throw new ArgumentException("a statistic needs at least one observation", nameof(values))
        : values.ToArray();
}
