namespace Simulator.Statistics;

/// <summary>
/// One run's trials that succeed or not, in the order they ended, in constant memory: 32 to 64 batches whose size
/// doubles.
/// </summary>
public sealed class TrialSeries
{
    private const int MostBatches = 64;

    private readonly List<long> full = [];
    private long size = 1;
    private long openTrials;
    private long openSuccesses;

    public long Trials { get; private set; }

    public long Successes { get; private set; }

    public void Add(bool success)
    {
        Trials++;
        openTrials++;
        Successes += success ? 1 : 0;
        openSuccesses += success ? 1 : 0;
        if (openTrials == size)
        {
            full.Add(openSuccesses);
            (openTrials, openSuccesses) = (0, 0);
            MergeWhenMany();
        }
    }

    /// <summary>
    /// Share with a Wilson interval widened for the correlation between batches. Needs at least one trial.
    /// </summary>
    public Estimate Share(Confidence? confidence = null) =>
        ProportionInterval.Wilson(Successes, Trials, EffectiveTrials(), confidence);

    private double EffectiveTrials()
    {
        if (full.Count < BatchMeans.DefaultBatches || size < BatchMeans.SmallestBatch)
        {
            return Trials;
        }

        Moments shares = new();
        full.ForEach(successes => shares.Add((double)successes / size));
        double share = (double)Successes / Trials;
        return EffectiveSize.Of(Trials, share * (1 - share), shares.Variance, size);
    }

    private void MergeWhenMany()
    {
        if (full.Count < MostBatches)
        {
            return;
        }

        for (int i = 0; i < MostBatches / 2; i++)
        {
            full[i] = full[2 * i] + full[(2 * i) + 1];
        }

        full.RemoveRange(MostBatches / 2, MostBatches / 2);
        size *= 2;
    }
}
