using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// A series regardless of order, for drawing: how many at or below a value, and the value at a level.
/// </summary>
public sealed class EmpiricalDistribution
{
    private readonly double[]? ascending;
    private readonly LogHistogram? histogram;

    internal EmpiricalDistribution(double[] ascending) => this.ascending = ascending;

    internal EmpiricalDistribution(LogHistogram histogram) => this.histogram = histogram;

    public long Count => ascending?.Length ?? histogram!.Count;

    public double Quantile(Ratio level)
    {
        long rank = Statistics.Quantile.Rank(level, Count);
        return ascending is null ? histogram!.AtRank(rank) : ascending[rank - 1];
    }

    public long CountAtOrBelow(double value)
    {
        if (ascending is null)
        {
            return histogram!.CountAtOrBelow(value);
        }

        int low = 0;
        int high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = ascending[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
