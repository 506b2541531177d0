using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// The break-even point: where the mean of a curve, such as a payoff over an audit rate, crosses zero. Every
/// replication gives the whole curve over the same grid (common random numbers make it smooth).
/// </summary>
/// <remarks>
/// Method. (1) A point of the grid has a sign when Student's test tells its mean from zero at 95 % for the whole grid
/// (Bonferroni). (2) Changes of sign are counted between points that have one. (3) With one change, the window is the
/// stretch between those points and one neighbour on either side; a cubic (less where there are fewer than four points)
/// is fitted to the means, weighted by inverse variance (not below a tenth of the window's mean variance). (4) Its root
/// is the estimate; whole curves are resampled for an expanded percentile interval. (5) The fits without the left and
/// without the right neighbour are compared: where their roots differ beyond chance, the grid is too coarse for the
/// curve's bend, and the interval is widened by half their distance on either side. A finer grid narrows it.
/// </remarks>
public static class Crossing
{
    private const double LeastShareOfVariance = 0.1;
    private const string Method = "root of a weighted cubic, bootstrap over replications";

    /// <param name="grid">Places, strictly ascending, at least two.</param>
    /// <param name="curves">Per replication the height at every place; at least two replications.</param>
    /// <param name="random">Named after the question, for the resamples.</param>
    /// <param name="confidence">95 % by default.</param>
    /// <param name="resamples">At least 2.</param>
    /// <exception cref="ArgumentException">A grid or curves not of the shape above.</exception>
    public static CrossingEstimate Of(
        IReadOnlyList<double> grid,
        IReadOnlyList<double[]> curves,
        KeyedRandom random,
        Confidence? confidence = null,
        int resamples = 1_000)
    {
        Check(grid, curves);
        Moments[] points = [.. grid.Select((_, i) => Moments.Of([.. curves.Select(curve => curve[i])]))];
        List<(int Index, int Sign)> signed = Signed(points);
        List<(int Left, int Right)> changes = [];
        for (int i = 1; i < signed.Count; i++)
        {
            if (signed[i - 1].Sign != signed[i].Sign)
            {
                changes.Add((signed[i - 1].Index, signed[i].Index));
            }
        }

        return changes.Count switch
        {
            0 => new NoCrossing(Side(signed), curves.Count),
            1 => Single(grid, curves, points, changes[0], random, confidence ?? Confidence.Default, resamples),
            _ => new SeveralCrossings(
                [.. changes.Select(change => (grid[change.Left], grid[change.Right]))], curves.Count),
        };
    }

    private static SingleCrossing Single(
        IReadOnlyList<double> grid,
        IReadOnlyList<double[]> curves,
        Moments[] points,
        (int Left, int Right) change,
        KeyedRandom random,
        Confidence confidence,
        int resamples)
    {
        int first = Math.Max(0, change.Left - 1);
        int last = Math.Min(grid.Count - 1, change.Right + 1);
        Moments[] inside = points[first..(last + 1)];
        double[] xs = [.. grid.Skip(first).Take(inside.Length)];
        CrossingFits fits = new(xs, Weights(inside), change.Left - first, change.Right - first);
        bool falling = points[change.Left].Mean > 0;
        (double root, double gap) = fits.Roots([.. inside.Select(point => point.Mean)], falling);

        double[] means = new double[inside.Length];
        double[] gaps = new double[resamples];
        int resample = 0;
        double[] roots = Resampling.Replicates(curves.Count, Root, random, resamples);
        Array.Sort(gaps);
        (double lower, double upper) = Bootstrap.Central(roots, curves.Count, confidence);
        (double least, double most) = Bootstrap.Central(gaps, curves.Count, confidence);
        bool coarse = least > 0 || most < 0;
        if (coarse)
        {
            (lower, upper) = (lower - (Math.Abs(gap) / 2), upper + (Math.Abs(gap) / 2));
        }

        Estimate at = new(
            root,
            double.IsFinite(lower) ? lower : null,
            double.IsFinite(upper) ? upper : null,
            curves.Count,
            coarse ? Method + ", widened for the bend between coarse points" : Method);
        return new SingleCrossing(at, falling, xs[0], xs[^1], coarse, curves.Count);

        double Root(ReadOnlySpan<int> chosen)
        {
            Array.Clear(means);
            foreach (int replication in chosen)
            {
                double[] curve = curves[replication];
                for (int i = 0; i < means.Length; i++)
                {
                    means[i] += curve[first + i] / chosen.Length;
                }
            }

            (double root, gaps[resample++]) = fits.Roots(means, falling);
            return root;
        }
    }

    private static List<(int Index, int Sign)> Signed(Moments[] points)
    {
        double error = (1 - Confidence.Default.Level) / points.Length;
        List<(int Index, int Sign)> signed = [];
        for (int i = 0; i < points.Length; i++)
        {
            if (StudentTest.PValue(points[i], 0) < error)
            {
                signed.Add((i, Math.Sign(points[i].Mean)));
            }
        }

        return signed;
    }

    private static double[] Weights(Moments[] inside)
    {
        double mean = inside.Average(point => point.Variance);
        return mean == 0
            ? [.. inside.Select(_ => 1.0)]
            : [.. inside.Select(point => mean / Math.Max(point.Variance, LeastShareOfVariance * mean))];
    }

    private static CrossingSide Side(List<(int Index, int Sign)> signed) =>
        signed.Count == 0 ? CrossingSide.Undecided : signed[0].Sign > 0 ? CrossingSide.Above : CrossingSide.Below;

    private static void Check(IReadOnlyList<double> grid, IReadOnlyList<double[]> curves)
    {
        if (grid.Count < 2 || grid.Zip(grid.Skip(1)).Any(pair => !(pair.First < pair.Second)))
        {
            throw new ArgumentException("a grid has at least two places, ascending", nameof(grid));
        }

        if (curves.Count < 2 || curves.Any(curve => curve.Length != grid.Count))
        {
            throw new ArgumentException("at least two curves, each with a height at every place", nameof(curves));
        }
    }
}
