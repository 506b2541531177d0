using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>Every set of measures that a run has. A new subject is one line here.</summary>
internal static class MeasureSets
{
    /// <param name="askingEnd">Users ask until here.</param>
    /// <param name="bin">Width of bins that a warm-up found later may leave out.</param>
    public static MeasureSet[] Create(SimTime askingEnd, SimDuration bin) =>
    [
        new BlobMeasures(),
        new EvidenceMeasures(),
        new FraudMeasures(),
        new PayoffMeasures(),
        new SchedulingMeasures(askingEnd, bin),
        new AccessMeasures(askingEnd),
        new PaymentMeasures(),
        new EconomyMeasures(),
    ];

    /// <summary>Their metrics, in the same order.</summary>
    public static IReadOnlyList<Metric> Metrics { get; } =
        [.. Create(SimTime.Start, SimDuration.FromSeconds(1)).SelectMany(set => set.Metrics)];
}
