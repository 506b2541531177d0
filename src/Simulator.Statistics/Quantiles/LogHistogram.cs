using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// Counts in buckets whose bounds grow by a constant factor: any quantile within 0.1 % of the exact one, in memory
/// that depends on the range of the values and not on their number.
/// </summary>
/// <remarks>
/// Masson, Rim, Lee: DDSketch, VLDB 2019, without collapsing. Values in [10⁻⁹, 10¹²] keep the bound, in at most 24,200
/// buckets; smaller ones count as zero, larger ones as 10¹².
/// </remarks>
public sealed class LogHistogram
{
    public const double RelativeError = 0.001;
    private const double Smallest = 1e-9;
    private const double Largest = 1e12;
    private const double Growth = (1 + RelativeError) / (1 - RelativeError);
    private static readonly double LogGrowth = PortableMath.Log(Growth);

    private readonly SortedDictionary<int, long> buckets = [];
    private long zeros;

    public long Count { get; private set; }

    /// <param name="value">Not negative, not NaN.</param>
    public void Add(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Invariant.That(!double.IsNaN(value));
        Count++;
        if (value < Smallest)
        {
            zeros++;
            return;
        }

        int bucket = (int)Math.Ceiling(PortableMath.Log(Math.Min(value, Largest)) / LogGrowth);
        buckets[bucket] = buckets.GetValueOrDefault(bucket) + 1;
    }

    public void Merge(LogHistogram other)
    {
        Count += other.Count;
        zeros += other.zeros;
        foreach ((int bucket, long count) in other.buckets)
        {
            buckets[bucket] = buckets.GetValueOrDefault(bucket) + count;
        }
    }

    /// <summary>The value of the observation with this rank, to within <see cref="RelativeError"/>.</summary>
    /// <param name="rank">In [1, <see cref="Count"/>].</param>
    public double AtRank(long rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, Count);
        long seen = zeros;
        if (rank <= seen)
        {
            return 0;
        }

        foreach ((int bucket, long count) in buckets)
        {
            seen += count;
            if (rank <= seen)
            {
                return Middle(bucket);
            }
        }

        throw Invariant.Unreachable(rank);
    }

    /// <summary>
    /// How many observations lie in the buckets at or below the one that holds <paramref name="value"/>.
    /// </summary>
    public long CountAtOrBelow(double value)
    {
        long seen = zeros;
        foreach ((int bucket, long count) in buckets)
        {
            if (Middle(bucket) > value * (1 + 1e-12))
            {
                break;
            }

            seen += count;
        }

        return seen;
    }

    private static double Middle(int bucket) => 2 * PortableMath.Exp(bucket * LogGrowth) / (Growth + 1);
}
