namespace Simulator.Reporting;

/// <summary>Every set of measures that a run has. A new subject is one line here.</summary>
internal static class MeasureSets
{
    public static MeasureSet[] Create() =>
    [
        new BlobMeasures(),
        new EvidenceMeasures(),
        new FraudMeasures(),
        new PayoffMeasures(),
        new PaymentMeasures(),
    ];

    /// <summary>Their metrics, in the same order.</summary>
    public static IReadOnlyList<Metric> Metrics { get; } = [.. Create().SelectMany(set => set.Metrics)];
}
