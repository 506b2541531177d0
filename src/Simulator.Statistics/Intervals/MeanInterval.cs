namespace Simulator.Statistics;

/// <summary>The mean of independent observations: replications, not consecutive observations of one run.</summary>
public static class MeanInterval
{
    /// <summary>Sample mean with its Student-t interval; without an interval below two observations.</summary>
    /// <exception cref="ArgumentException">No observation.</exception>
    public static Estimate Of(ReadOnlySpan<double> values, Confidence? confidence = null) =>
        Of(Moments.Of(values), confidence);

    /// <summary>The same from running moments, for streams.</summary>
    public static Estimate Of(Moments moments, Confidence? confidence = null)
    {
        if (moments.Count == 0)
        {
            throw new ArgumentException("a mean needs at least one observation", nameof(moments));
        }

        if (moments.Count == 1)
        {
            return Estimate.WithoutInterval(moments.Mean, 1, "one observation");
        }

        double factor = (confidence ?? Confidence.Default).StudentFactor(moments.Count - 1);
        double halfWidth = factor * Math.Sqrt(moments.Variance / moments.Count);
        return Estimate.Symmetric(moments.Mean, halfWidth, moments.Count, "mean, Student t");
    }
}
