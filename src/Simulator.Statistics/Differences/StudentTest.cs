using MathNet.Numerics.Distributions;

namespace Simulator.Statistics;

/// <summary>Student's t test of one mean.</summary>
public static class StudentTest
{
    /// <summary>
    /// Two-sided p-value of "the mean is <paramref name="expected"/>": the smallest error at which the interval of
    /// <see cref="MeanInterval"/> leaves it out. Null below two observations.
    /// </summary>
    /// <remarks>Observations that do not vary are either exactly there (1) or not (0).</remarks>
    public static double? PValue(Moments moments, double expected)
    {
        if (moments.Count < 2)
        {
            return null;
        }

        return PValue(moments.Mean - expected, Math.Sqrt(moments.Variance / moments.Count), moments.Count - 1);
    }

    internal static double PValue(double distance, double standardError, double degreesOfFreedom)
    {
        if (standardError == 0)
        {
            return distance == 0 ? 1 : 0;
        }

        return 2 * StudentT.CDF(0, 1, degreesOfFreedom, -Math.Abs(distance) / standardError);
    }
}
