using System.Globalization;
using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>A quantile with an interval between order statistics.</summary>
public static class QuantileInterval
{
    /// <summary>For independent observations.</summary>
    public static Estimate OfIndependent(ReadOnlySpan<double> values, Ratio level, Confidence? confidence = null)
    {
        double[] ascending = values.ToArray();
        Array.Sort(ascending);
        return Of(ascending, level, ascending.Length, confidence);
    }

    /// <summary>
    /// For one run's consecutive observations. Correlation makes n of them worth fewer; how many is measured by the
    /// variance of the batch means of "at or below the quantile".
    /// </summary>
    public static Estimate OfSeries(ReadOnlySpan<double> values, Ratio level, Confidence? confidence = null)
    {
        double[] ascending = values.ToArray();
        Array.Sort(ascending);
        double quantile = Quantile.OfSorted(ascending, level);
        double[] indicators = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            indicators[i] = values[i] <= quantile ? 1 : 0;
        }

        return Of(ascending, level, EffectiveSize.Of(indicators), confidence);
    }

    private static Estimate Of(double[] ascending, Ratio level, double effective, Confidence? confidence)
    {
        int n = ascending.Length;
        long independent = Math.Clamp((long)effective, 1, n);
        (long? low, long? high) = OrderStatistics.Ranks(level, independent, confidence);
        double? lower = low is { } l ? ascending[ScaledRank(l, n, independent, up: false) - 1] : null;
        double? upper = high is { } h ? ascending[ScaledRank(h, n, independent, up: true) - 1] : null;
        return new Estimate(Quantile.OfSorted(ascending, level), lower, upper, n, Method(independent, n));
    }

    internal static string Method(long independent, long n) => independent == n
        ? "quantile, order statistics"
        : string.Create(CultureInfo.InvariantCulture, $"quantile, order statistics worth {independent} independent");

    internal static long ScaledRank(long rank, long n, long independent, bool up)
    {
        Int128 product = (Int128)rank * n;
        Int128 scaled = up ? (product + independent - 1) / independent : product / independent;
        return (long)Int128.Clamp(scaled, 1, n);
    }
}
