using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>What the runs of an arm know about one figure, for intervals of any confidence.</summary>
/// <param name="Unit">Base unit.</param>
/// <param name="Replications">Moments of the runs' values; at least one.</param>
/// <param name="Only">The run's own estimate, which counts where there is one run.</param>
/// <param name="Missing">Finished runs that observed nothing.</param>
internal sealed record ArmEvidence(MetricUnit Unit, Moments Replications, Estimate? Only, int Missing)
{
    private const string Method = "mean over replications, Student t";

    /// <summary>The mean over replications with its interval; of a single run, what that run knows of itself.</summary>
    public Estimate At(Confidence confidence)
    {
        if (Replications.Count > 1)
        {
            return Rounding.Twelve(MeanInterval.Of(Replications, confidence)) with { Method = Method };
        }

        double factor = confidence == Confidence.Default ? 1 : confidence.NormalFactor() / Confidence.Default.NormalFactor();
        return Rounding.Twelve(Only! with
        {
            Lower = Only.Value - ((Only.Value - Only.Lower) * factor),
            Upper = Only.Value + ((Only.Upper - Only.Value) * factor),
        });
    }
}
