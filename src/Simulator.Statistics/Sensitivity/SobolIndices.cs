using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>Variance-based sensitivity from the outputs of a <see cref="SaltelliDesign"/>.</summary>
/// <param name="Factors">One index per factor, in the design's order.</param>
/// <param name="Pairs">For a design with interactions, the share that goes back to each pair i &lt; j beyond both
/// factors' own; else empty.</param>
/// <param name="Rows">Rows of the design that were whole and used.</param>
/// <remarks>
/// First order: A. Saltelli et al., Computer Physics Communications 181 (2010), table 2 (b). Total: M. J. W. Jansen,
/// Computer Physics Communications 117 (1999), p. 35. Pairs: A. Saltelli, Computer Physics Communications 145 (2002),
/// p. 280. Intervals: expanded percentiles over resampled rows; they do not know that the rows are spread evenly and
/// are therefore rather too wide than too narrow.
/// </remarks>
public sealed record SobolIndices(
    IReadOnlyList<SobolIndex> Factors,
    IReadOnlyList<(int First, int Second, Estimate Index)> Pairs,
    int Rows)
{
    /// <param name="design">The design the runs were made by.</param>
    /// <param name="outputs">One per run, in the design's order; NaN for a run that failed, whose whole row is then
    /// left out.</param>
    /// <param name="random">Named after the figure, for the resamples.</param>
    /// <param name="confidence">95 % by default.</param>
    /// <param name="resamples">At least 2.</param>
    /// <returns>Null when the output does not vary, or when fewer than two rows are whole.</returns>
    /// <exception cref="ArgumentException">Not one output per run.</exception>
    public static SobolIndices? Of(
        SaltelliDesign design,
        ReadOnlySpan<double> outputs,
        KeyedRandom random,
        Confidence? confidence = null,
        int resamples = 500)
    {
        if (outputs.Length != design.Runs)
        {
            throw new ArgumentException("one output per run of the design", nameof(outputs));
        }

        VarianceRows rows = VarianceRows.Of(design, outputs);
        if (rows.Count < 2 || rows.Variance(rows.Everyone) == 0)
        {
            return null;
        }

        int k = design.Factors;
        int pairs = design.Interactions ? k * (k - 1) / 2 : 0;
        int width = (2 * k) + pairs;
        double[] values = new double[width];
        rows.Shares(rows.Everyone, values);
        double[][] replicates = [.. Enumerable.Range(0, width).Select(_ => new double[resamples])];
        int[] chosen = new int[rows.Count];
        double[] shares = new double[width];
        for (int r = 0; r < resamples; r++)
        {
            Resampling.Choose(random, r, rows.Count, chosen);
            rows.Shares(chosen, shares);
            for (int i = 0; i < width; i++)
            {
                replicates[i][r] = shares[i];
            }
        }

        Confidence level = confidence ?? Confidence.Default;
        return new SobolIndices(
            [.. Enumerable.Range(0, k).Select(i => new SobolIndex(
                Share(i, "first-order index, Saltelli 2010"), Share(k + i, "total index, Jansen")))],
            [.. VarianceRows.Pairs(k).Take(pairs).Select((pair, i) => (
                pair.First, pair.Second, Share((2 * k) + i, "second-order index, Saltelli 2002")))],
            rows.Count);

        Estimate Share(int i, string method)
        {
            Array.Sort(replicates[i]);
            (double lower, double upper) = Bootstrap.Central(replicates[i], rows.Count, level);
            return new Estimate(values[i], lower, upper, rows.Count, method);
        }
    }
}
