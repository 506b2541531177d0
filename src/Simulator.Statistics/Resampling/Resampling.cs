using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>Draws with replacement, keyed: resample r of one name is the same in every process, in any order.</summary>
/// <remarks>B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993.</remarks>
public static class Resampling
{
    public const int DefaultResamples = 2_000;

    private static readonly DrawPurpose Purpose = new("resampling");

    /// <summary>Fills <paramref name="chosen"/> with indices below <paramref name="count"/>.</summary>
    /// <param name="random">Named after the figure, so that figures do not share their luck by accident.</param>
    /// <param name="resample">Which resample.</param>
    /// <param name="count">Size of the sample, at least 1.</param>
    /// <param name="chosen">As many as there are observations.</param>
    public static void Choose(KeyedRandom random, int resample, int count, Span<int> chosen)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            chosen[i] = (int)random.Draw(Purpose, (ulong)resample, (ulong)i).Below(count);
        }
    }

    /// <summary>The statistic of every resample, ascending.</summary>
    /// <param name="count">Size of the sample, at least 1.</param>
    /// <param name="statistic">Of the observations with the indices given, some of them several times.</param>
    /// <param name="random">Named after the figure.</param>
    /// <param name="resamples">At least 2.</param>
    public static double[] Replicates(
        int count,
        Func<ReadOnlySpan<int>, double> statistic,
        KeyedRandom random,
        int resamples = DefaultResamples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        int[] chosen = new int[count];
        double[] replicates = new double[resamples];
        for (int r = 0; r < resamples; r++)
        {
            Choose(random, r, count, chosen);
            replicates[r] = statistic(chosen);
        }

        Array.Sort(replicates);
        return replicates;
    }
}
