using MathNet.Numerics.LinearAlgebra;

namespace Simulator.Statistics;

/// <summary>
/// The stretch of a grid around one change of sign, and the curve through it: weighted least squares of degree at most
/// three, so that a bend between coarse points does not move the place it crosses.
/// </summary>
internal sealed class CrossingWindow
{
    private const int HighestDegree = 3;
    private const int Halvings = 60;

    private readonly double[] xs;
    private readonly int left;
    private readonly int right;
    private readonly double middle;
    private readonly double scale;

    // Row k gives coefficient k of the fit from the heights; powers of (x − middle)/scale, which is of the order of
    // one.
    private readonly double[][] rows;

    /// <param name="xs">Places in the window, ascending, at least two.</param>
    /// <param name="weights">One per place, above zero.</param>
    /// <param name="left">Index in the window of the last point known to lie on the left side.</param>
    /// <param name="right">Index of the first point known to lie on the other side.</param>
    public CrossingWindow(double[] xs, double[] weights, int left, int right)
    {
        (this.xs, this.left, this.right) = (xs, left, right);
        middle = (xs[left] + xs[right]) / 2;
        scale = xs[right] - xs[left];
        int terms = Math.Min(HighestDegree, xs.Length - 1) + 1;
        Matrix<double> powers = Matrix<double>.Build.Dense(xs.Length, terms);
        Vector<double> column = Vector<double>.Build.Dense(xs.Length, 1);
        Vector<double> places = Vector<double>.Build.Dense(xs.Length, i => (xs[i] - middle) / scale);
        for (int k = 0; k < terms; k++)
        {
            powers.SetColumn(k, column);
            column = column.PointwiseMultiply(places);
        }

        Matrix<double> weighted = Matrix<double>.Build.DenseOfDiagonalArray(weights);
        Matrix<double> normal = powers.TransposeThisAndMultiply(weighted);
        rows = (normal * powers).Solve(normal).ToRowArrays();
    }

    /// <summary>
    /// Where the fit crosses in the given direction, inside the window; if it does not, where the straight line between
    /// the two sides does; −∞ or +∞ when that lies on one side throughout.
    /// </summary>
    /// <param name="ys">Mean height at every place.</param>
    /// <param name="falling">True for a crossing from above to below.</param>
    public double Root(ReadOnlySpan<double> ys, bool falling)
    {
        double sign = falling ? 1 : -1;
        Span<double> coefficients = stackalloc double[rows.Length];
        for (int k = 0; k < rows.Length; k++)
        {
            for (int i = 0; i < ys.Length; i++)
            {
                coefficients[k] += sign * rows[k][i] * ys[i];
            }
        }

        return Between(coefficients, xs[left], xs[right])
            ?? Between(coefficients, xs[0], xs[^1])
            ?? OnTheLine(sign * ys[left], sign * ys[right]);
    }

    private double OnTheLine(double start, double end)
    {
        if (start >= 0 && end <= 0 && start > end)
        {
            return xs[left] + (scale * start / (start - end));
        }

        return start > 0 ? double.PositiveInfinity : double.NegativeInfinity;
    }

    private double? Between(ReadOnlySpan<double> coefficients, double low, double high)
    {
        if (Height(coefficients, low) < 0 || Height(coefficients, high) > 0)
        {
            return null;
        }

        for (int i = 0; i < Halvings; i++)
        {
            double centre = (low + high) / 2;
            (low, high) = Height(coefficients, centre) > 0 ? (centre, high) : (low, centre);
        }

        return (low + high) / 2;
    }

    private double Height(ReadOnlySpan<double> coefficients, double x)
    {
        double u = (x - middle) / scale;
        double height = 0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            height = (height * u) + coefficients[k];
        }

        return height;
    }
}
