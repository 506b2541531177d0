using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// n points such that each of the n equal slices of every factor holds exactly one of them, at a random place in it.
/// </summary>
/// <remarks>
/// M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979), p. 239. A factor's column is keyed by its
/// number: adding a factor at the end leaves the others where they were.
/// </remarks>
public sealed class LatinHypercube : IUnitDesign
{
    private static readonly DrawPurpose Order = new("latin-hypercube-order");
    private static readonly DrawPurpose Place = new("latin-hypercube-place");

    private readonly double[][] columns;

    /// <param name="runs">At least 1.</param>
    /// <param name="factors">At least 1.</param>
    /// <param name="random">Named after the experiment.</param>
    public LatinHypercube(int runs, int factors, KeyedRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        (Runs, Factors) = (runs, factors);
        columns = [.. Enumerable.Range(0, factors).Select(factor => Column(runs, factor, random))];
    }

    public int Factors { get; }

    public int Runs { get; }

    public double[] Point(int run) => [.. columns.Select(column => column[run])];

    private static double[] Column(int runs, int factor, KeyedRandom random)
    {
        int[] slices = Permutation.Of(runs, i => random.Draw(Order, (ulong)factor, (ulong)i));
        return [.. slices.Select((slice, run) =>
            (slice + random.Draw(Place, (ulong)factor, (ulong)run).UnitInterval()) / runs)];
    }
}
