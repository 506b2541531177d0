using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// The runs that Sobol' indices are estimated from: two independent samples A and B of N points each, and for every
/// factor i the sample A with column i taken from B (AB_i); for interactions also B with column i from A (BA_i).
/// </summary>
/// <remarks>
/// A. Saltelli et al., Computer Physics Communications 181 (2010), p. 259. Costs N(k + 2) runs, or N(2k + 2). Runs come
/// row by row (A, AB_1 … AB_k, BA_1 … BA_k, B), so that the first rows of an interrupted experiment are a design.
/// </remarks>
public sealed class SaltelliDesign : IUnitDesign
{
    /// <summary>A and B need a column each.</summary>
    public const int MostFactors = SobolSequence.MostFactors / 2;

    private readonly SobolSequence samples;

    /// <param name="rows">N, a power of two.</param>
    /// <param name="factors">k, in [1, <see cref="MostFactors"/>].</param>
    /// <param name="random">Named after the experiment; scrambles the samples.</param>
    /// <param name="interactions">True to pay for the indices of pairs.</param>
    /// <exception cref="ArgumentOutOfRangeException">N is not a power of two, or k is out of range.</exception>
    public SaltelliDesign(int rows, int factors, KeyedRandom random, bool interactions = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows & (rows - 1), 0, nameof(rows));
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factors, MostFactors);
        (Rows, Factors, Interactions) = (rows, factors, interactions);
        samples = new SobolSequence(rows, 2 * factors, random);
    }

    public int Factors { get; }

    /// <summary>N.</summary>
    public int Rows { get; }

    public bool Interactions { get; }

    /// <summary>Runs in one row: k + 2 or 2k + 2.</summary>
    public int RunsPerRow => Interactions ? (2 * Factors) + 2 : Factors + 2;

    public int Runs => Rows * RunsPerRow;

    public double[] Point(int run)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(run);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(run, Runs);
        double[] both = samples.Point(run / RunsPerRow);
        double[] a = both[..Factors];
        double[] b = both[Factors..];
        int place = run % RunsPerRow;
        if (place == RunsPerRow - 1)
        {
            return b;
        }

        if (place > Factors)
        {
            int factor = place - Factors - 1;
            b[factor] = a[factor];
            return b;
        }

        if (place > 0)
        {
            a[place - 1] = b[place - 1];
        }

        return a;
    }
}
