using System.Globalization;

namespace Simulator.Statistics;

/// <summary>What one run says of its steady state: the warm-up is left out, the rest gives batch means.</summary>
/// <param name="Mean">Of what is left, with its batch-means interval; of all observations and without an interval when
/// the run is too short to tell where its warm-up ends.</param>
/// <param name="Dropped">Observations left out at the start.</param>
/// <param name="Settled">False when the run is too short to tell.</param>
public sealed record SteadyState(Estimate Mean, int Dropped, bool Settled)
{
    /// <param name="values">Observations of one run in order, at least one.</param>
    /// <param name="confidence">95 % by default.</param>
    /// <exception cref="ArgumentException">No observation.</exception>
    public static SteadyState Of(ReadOnlySpan<double> values, Confidence? confidence = null)
    {
        Mser5 cut = Mser5.Of(values);
        if (!cut.Found)
        {
            Estimate all = BatchMeans.Of(values, confidence);
            return new SteadyState(
                Estimate.WithoutInterval(all.Value, all.N, "mean, too short to tell its warm-up"), 0, false);
        }

        Estimate rest = BatchMeans.Of(values[cut.Dropped..], confidence);
        string method = string.Create(
            CultureInfo.InvariantCulture, $"{rest.Method}, first {cut.Dropped} left out by MSER-5");
        return new SteadyState(rest with { Method = method }, cut.Dropped, true);
    }
}
