namespace Simulator.Statistics;

/// <summary>How many independent observations a correlated series is worth.</summary>
public static class EffectiveSize
{
    /// <summary>
    /// n divided by the factor by which batch means vary more than independent observations would; never above n.
    /// </summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        int size = values.Length / BatchMeans.DefaultBatches;
        if (size < BatchMeans.SmallestBatch)
        {
            return values.Length;
        }

        Moments all = new();
        foreach (double value in values)
        {
            all.Add(value);
        }

        Moments batches = BatchMeans.MomentsOfBatches(values, BatchMeans.DefaultBatches, size);
        return Of(values.Length, all.Variance, batches.Variance, size);
    }

    internal static double Of(long n, double variance, double batchVariance, double batchSize)
    {
        double inflation = variance > 0 ? batchVariance * batchSize / variance : 1;
        return n / Math.Max(1, inflation);
    }
}
