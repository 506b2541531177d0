using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>How closely two series of pairs follow a line.</summary>
/// <remarks>R. A. Fisher, Metron 1 (1921), p. 3, for the interval; it presumes roughly normal pairs.</remarks>
public static class PearsonCorrelation
{
    private const int FewestForInterval = 4;

    /// <summary>Coefficient with its interval; null when a side does not vary or there are fewer than two
    /// pairs.</summary>
    public static Estimate? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Confidence? confidence = null)
    {
        if (Coefficient(first, second) is not { } r)
        {
            return null;
        }

        if (first.Length < FewestForInterval)
        {
            return Estimate.WithoutInterval(r, first.Length, "Pearson correlation");
        }

        double z = PortableMath.Log((1 + r) / (1 - r)) / 2;
        double arm = (confidence ?? Confidence.Default).NormalFactor() / Math.Sqrt(first.Length - 3);
        const string method = "Pearson correlation, Fisher z";
        return new Estimate(r, HyperbolicTangent(z - arm), HyperbolicTangent(z + arm), first.Length, method);
    }

    /// <summary>The coefficient alone; null when a side does not vary.</summary>
    internal static double? Coefficient(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Moments left = Moments.Of(first);
        Moments right = Moments.Of(second);
        if (left.Variance == 0 || right.Variance == 0)
        {
            return null;
        }

        CompensatedSum products = default;
        for (int i = 0; i < first.Length; i++)
        {
            products.Add((first[i] - left.Mean) * (second[i] - right.Mean));
        }

        double r = products.Value / (first.Length - 1) / Math.Sqrt(left.Variance * right.Variance);
        return Math.Clamp(r, -1, 1);
    }

    // Fisher's z is infinite for perfectly correlated pairs.
    private static double HyperbolicTangent(double x) =>
        double.IsInfinity(x) ? Math.Sign(x) : 1 - (2 / (PortableMath.Exp(2 * x) + 1));
}
