using System.Globalization;

namespace Simulator.Statistics;

/// <summary>
/// The mean of one run's consecutive, correlated observations: cut into equal batches long enough to be nearly
/// independent of each other, whose means give a Student-t interval.
/// </summary>
/// <remarks>
/// Method: Law, Simulation Modeling and Analysis, on fixed batch sizes. Ten to thirty batches serve best.
/// </remarks>
public static class BatchMeans
{
    public const int DefaultBatches = 20;
    public const int SmallestBatch = 5;

    /// <summary>
    /// The value is the mean of all observations; the interval's width comes from the batches, which leave out the
    /// last (n mod batches) observations. Below <see cref="DefaultBatches"/> × <see cref="SmallestBatch"/>
    /// observations there is no interval.
    /// </summary>
    /// <exception cref="ArgumentException">No observation.</exception>
    public static Estimate Of(ReadOnlySpan<double> values, Confidence? confidence = null, int batches = DefaultBatches)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batches, 2);
        if (values.IsEmpty)
        {
            throw new ArgumentException("a mean needs at least one observation", nameof(values));
        }

        double mean = CompensatedSum.Of(values) / values.Length;
        int size = values.Length / batches;
        if (size < SmallestBatch)
        {
            return Estimate.WithoutInterval(mean, values.Length, "mean, too few observations for batches");
        }

        Moments moments = MomentsOfBatches(values, batches, size);
        return FromBatches(mean, values.Length, moments, confidence ?? Confidence.Default);
    }

    internal static Estimate FromBatches(double mean, long n, Moments moments, Confidence confidence)
    {
        double factor = confidence.StudentFactor(moments.Count - 1);
        double halfWidth = factor * Math.Sqrt(moments.Variance / moments.Count);
        string method = string.Create(CultureInfo.InvariantCulture, $"mean, {moments.Count} batch means");
        return Estimate.Symmetric(mean, halfWidth, n, method);
    }

    internal static Moments MomentsOfBatches(ReadOnlySpan<double> values, int batches, int size)
    {
        Moments moments = new();
        for (int i = 0; i < batches; i++)
        {
            moments.Add(CompensatedSum.Of(values.Slice(i * size, size)) / size);
        }

        return moments;
    }
}
