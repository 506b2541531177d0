using MathNet.Numerics.Distributions;
using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// Ranks of the order statistics that enclose a quantile: the number of n observations at or below the true quantile
/// is binomial (n, p), whatever the distribution is.
/// </summary>
/// <remarks>W. J. Conover, Practical Nonparametric Statistics, on confidence intervals for a quantile.</remarks>
public static class OrderStatistics
{
    /// <summary>
    /// The narrowest pair of ranks with at most half the error on either side. Null where no observation is far
    /// enough out: the interval is then open on that side.
    /// </summary>
    /// <param name="level">In (0, 1).</param>
    /// <param name="count">Number of independent observations, at least 1.</param>
    /// <param name="confidence">95 % by default.</param>
    public static (long? Lower, long? Upper) Ranks(Ratio level, long count, Confidence? confidence = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        double tail = (confidence ?? Confidence.Default).Tail;
        int n = checked((int)count);
        double p = level.ToDouble();

        // Lower: the largest rank r with P(fewer than r at or below) ≤ tail.
        // Upper: the smallest with P(r or more) ≤ tail.
        long below = FirstWhere(n, k => Binomial.CDF(p, n, k) > tail);
        long above = FirstWhere(n, k => Binomial.CDF(p, n, k) >= 1 - tail) + 1;
        return (below < 1 ? null : below, above > n ? null : above);
    }

    /// <summary>The smallest k in [0, n] at which a condition that turns true once holds.</summary>
    private static long FirstWhere(int n, Func<int, bool> condition)
    {
        int low = 0;
        int high = n;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = condition(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
