using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// A long series as 32 to 64 consecutive batches, each a histogram and a sum. When the 64th fills, neighbours merge and
/// the batch size doubles, so memory stays bounded while batches stay long enough to be nearly independent.
/// </summary>
internal sealed class BatchedHistograms(long firstBatchSize)
{
    public const int MostBatches = 64;

    private readonly List<(LogHistogram Histogram, double Sum)> full = [];
    private long size = firstBatchSize;
    private LogHistogram open = new();
    private CompensatedSum openSum;

    public void Add(double value)
    {
        open.Add(value);
        openSum.Add(value);
        if (open.Count == size)
        {
            full.Add((open, openSum.Value));
            open = new LogHistogram();
            openSum = default;
            MergeWhenMany();
        }
    }

    /// <summary>Moments of the means of the complete batches.</summary>
    public Moments Means()
    {
        Moments moments = new();
        foreach ((LogHistogram _, double sum) in full)
        {
            moments.Add(sum / size);
        }

        return moments;
    }

    public LogHistogram All()
    {
        LogHistogram all = new();
        full.ForEach(batch => all.Merge(batch.Histogram));
        all.Merge(open);
        return all;
    }

    public Estimate Quantile(Ratio level, Confidence? confidence)
    {
        LogHistogram all = All();
        long rank = Statistics.Quantile.Rank(level, all.Count);
        double value = all.AtRank(rank);
        long independent = Independent(all, value);
        (long? low, long? high) = OrderStatistics.Ranks(level, independent, confidence);
        return new Estimate(
            value,
            low is { } l ? all.AtRank(QuantileInterval.ScaledRank(l, all.Count, independent, up: false)) : null,
            high is { } h ? all.AtRank(QuantileInterval.ScaledRank(h, all.Count, independent, up: true)) : null,
            all.Count,
            QuantileInterval.Method(independent, all.Count));
    }

    private long Independent(LogHistogram all, double quantile)
    {
        Moments shares = new();
        foreach ((LogHistogram histogram, double _) in full)
        {
            shares.Add((double)histogram.CountAtOrBelow(quantile) / size);
        }

        double share = (double)all.CountAtOrBelow(quantile) / all.Count;
        double effective = EffectiveSize.Of(all.Count, share * (1 - share), shares.Variance, size);
        return Math.Clamp((long)effective, 1, int.MaxValue);
    }

    private void MergeWhenMany()
    {
        if (full.Count < MostBatches)
        {
            return;
        }

        for (int i = 0; i < MostBatches / 2; i++)
        {
            (LogHistogram histogram, double sum) = full[2 * i];
            histogram.Merge(full[(2 * i) + 1].Histogram);
            full[i] = (histogram, sum + full[(2 * i) + 1].Sum);
        }

        full.RemoveRange(MostBatches / 2, MostBatches / 2);
        size *= 2;
    }
}
