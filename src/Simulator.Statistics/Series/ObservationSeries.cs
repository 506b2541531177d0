using System.Globalization;
using System.Runtime.InteropServices;
using Simulator.Primitives;

namespace Simulator.Statistics;

/// <summary>
/// One run's observations of one quantity, in the order they happened: exact up to a stated number, and from there on
/// in bounded memory with quantiles within 0.1 %.
/// </summary>
/// <remarks>Values must not be negative: spans, prices, sizes. Means, minima and maxima stay exact for any n.</remarks>
public sealed class ObservationSeries(int exactLimit = ObservationSeries.DefaultExactLimit)
{
    public const int DefaultExactLimit = 200_000;

    private readonly List<double> exact = [];
    private BatchedHistograms? batched;
    private CompensatedSum sum;

    public long Count { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    public double Sum => sum.Value;

    /// <summary>False once the number of observations has passed the limit.</summary>
    public bool IsExact => batched is null;

    /// <summary>The observations in order; empty once <see cref="IsExact"/> is false.</summary>
    public ReadOnlySpan<double> Values => CollectionsMarshal.AsSpan(exact);

    /// <param name="value">Finite and not negative.</param>
    public void Add(double value)
    {
        Invariant.That(double.IsFinite(value));
        Invariant.That(value >= 0);
        Count++;
        sum.Add(value);
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
        if (batched is null && exact.Count < exactLimit)
        {
            exact.Add(value);
            return;
        }

        Spill();
        batched!.Add(value);
    }

    /// <summary>Mean with its batch-means interval. Needs at least one observation.</summary>
    public Estimate Mean(Confidence? confidence = null) => batched is null
        ? BatchMeans.Of(Values, confidence)
        : BatchMeans.FromBatches(Sum / Count, Count, batched.Means(), confidence ?? Confidence.Default);

    /// <summary>Quantile with an interval that allows for correlation. Needs at least one observation.</summary>
    public Estimate Quantile(Ratio level, Confidence? confidence = null) => batched is null
        ? QuantileInterval.OfSeries(Values, level, confidence)
        : batched.Quantile(level, confidence);

    /// <summary>A snapshot for drawing.</summary>
    public EmpiricalDistribution Distribution() => batched is null
        ? new EmpiricalDistribution([.. exact.Order()])
        : new EmpiricalDistribution(batched.All());

    /// <summary>What the reader of a report should know about how the quantiles were kept.</summary>
    public string Precision => batched is null
        ? "exact"
        : string.Create(CultureInfo.InvariantCulture, $"quantiles within {LogHistogram.RelativeError * 100} %");

    private void Spill()
    {
        if (batched is not null)
        {
            return;
        }

        batched = new BatchedHistograms(Math.Max(1, exactLimit / (BatchedHistograms.MostBatches / 2)));
        foreach (double value in exact)
        {
            batched.Add(value);
        }

        exact.Clear();
        exact.Capacity = 0;
    }
}
