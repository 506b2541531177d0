using MathNet.Numerics.Distributions;

namespace Simulator.Statistics;

/// <summary>The difference between the means of two independent samples of possibly unequal variance.</summary>
/// <param name="Difference">Mean of first − second with its interval; <see cref="Estimate.N"/> counts both
/// samples.</param>
/// <param name="PValue">Two-sided, against no difference; null when a sample has fewer than two observations.</param>
/// <param name="DegreesOfFreedom">Satterthwaite's; null where there is no interval or nothing varies.</param>
/// <remarks>B. L. Welch, Biometrika 34 (1947), p. 28.</remarks>
public sealed record WelchDifference(Estimate Difference, double? PValue, double? DegreesOfFreedom)
{
    private const string Method = "difference of means, Welch";

    /// <exception cref="ArgumentException">A sample without an observation.</exception>
    public static WelchDifference Of(Moments first, Moments second, Confidence? confidence = null)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            throw new ArgumentException("a mean needs at least one observation");
        }

        double difference = first.Mean - second.Mean;
        long n = first.Count + second.Count;
        if (first.Count < 2 || second.Count < 2)
        {
            return new WelchDifference(Estimate.WithoutInterval(difference, n, Method), null, null);
        }

        double a = first.Variance / first.Count;
        double b = second.Variance / second.Count;
        double error = Math.Sqrt(a + b);
        if (error == 0)
        {
            return new WelchDifference(Estimate.Symmetric(difference, 0, n, Method), difference == 0 ? 1 : 0, null);
        }

        double freedom = (a + b) * (a + b) / ((a * a / (first.Count - 1)) + (b * b / (second.Count - 1)));
        double factor = StudentT.InvCDF(0, 1, freedom, 1 - (confidence ?? Confidence.Default).Tail);
        return new WelchDifference(
            Estimate.Symmetric(difference, factor * error, n, Method),
            StudentTest.PValue(difference, error, freedom),
            freedom);
    }

    public static WelchDifference Of(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        Confidence? confidence = null) =>
        Of(Moments.Of(first), Moments.Of(second), confidence);
}
