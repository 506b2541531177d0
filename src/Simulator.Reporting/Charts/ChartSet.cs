namespace Simulator.Reporting;

/// <summary>The charts of one run, in the order of the report. A chart without data is left out.</summary>
internal static class ChartSet
{
    public static IReadOnlyList<Chart> Of(Measures measures) =>
    [
        .. new[]
        {
            LatencyChart.Of(measures),
            ThroughputChart.Of(measures),
            AccessChart.Of(measures),
            LoadChart.Of(measures),
            PhaseChart.Of(measures),
            FlowChart.Of(measures),
        }.OfType<Chart>(),
        .. EconomyCharts.Of(measures),
    ];
}
