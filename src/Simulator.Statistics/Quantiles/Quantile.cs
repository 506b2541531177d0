using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// The quantile at level p of n observations is the smallest observation that at least p·n of them do not exceed:
/// the one with rank ⌈p·n⌉ (inverse of the empirical distribution; Hyndman and Fan's type 1).
/// </summary>
/// <remarks>It is always an observation itself, and one line of SQL finds it.</remarks>
public static class Quantile
{
    /// <summary>Rank ⌈level · count⌉, at least 1, by integer arithmetic.</summary>
    public static long Rank(Ratio level, long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Int128 product = (Int128)level.Numerator * count;
        return Math.Max(1, (long)((product + level.Denominator - 1) / level.Denominator));
    }

    /// <param name="ascending">Sorted, at least one.</param>
    /// <param name="level">In [0, 1].</param>
    public static double OfSorted(ReadOnlySpan<double> ascending, Ratio level) =>
        ascending[(int)Rank(level, ascending.Length) - 1];
}
