namespace Simulator.Statistics;

/// <summary>
/// The fit through the whole window, and two that each leave out one outer neighbour: how far their roots lie apart
/// tells how much the shape between the points is a guess.
/// </summary>
internal sealed class CrossingFits
{
    // Roots are found by halving: a distance of this share of the window is rounding.
    private const double Rounding = 1e-9;

    private readonly double smallest;
    private readonly CrossingWindow whole;
    private readonly CrossingWindow withoutFirst;
    private readonly CrossingWindow withoutLast;
    private readonly int skip;
    private readonly int keep;

    /// <inheritdoc cref="CrossingWindow(double[], double[], int, int)"/>
    public CrossingFits(double[] xs, double[] weights, int left, int right)
    {
        smallest = Rounding * (xs[^1] - xs[0]);
        skip = left > 0 ? 1 : 0;
        keep = right < xs.Length - 1 ? xs.Length - 1 : xs.Length;
        whole = new CrossingWindow(xs, weights, left, right);
        withoutFirst = new CrossingWindow(xs[skip..], weights[skip..], left - skip, right - skip);
        withoutLast = new CrossingWindow(xs[..keep], weights[..keep], left, right);
    }

    /// <summary>The root, and by how much those of the lesser fits differ (zero when that cannot be told).</summary>
    public (double Root, double Gap) Roots(ReadOnlySpan<double> ys, bool falling)
    {
        double gap = withoutFirst.Root(ys[skip..], falling) - withoutLast.Root(ys[..keep], falling);
        return (whole.Root(ys, falling), double.IsFinite(gap) && Math.Abs(gap) > smallest ? gap : 0);
    }
}
