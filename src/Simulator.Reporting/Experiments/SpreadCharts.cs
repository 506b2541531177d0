using System.Text.Json.Nodes;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Distributions, arm beside arm: how long the quickest, the middle and the slowest took.</summary>
internal static class SpreadCharts
{
    private const string Reading = "Read upwards from a share to how long it took at most: at 50 the median, at 99 the slowest "
        + "hundredth. Each line is the mean over replications of the runs' own percentiles, the band its 95 % interval at "
        + "each percentile, cut at zero; beyond 1 and 99 nothing is drawn.";

    private static readonly (string Metric, string Title)[] Titles =
    [
        ("latency.end_to_end", "How long answers take, from the quickest to the slowest"),
        ("settlement.delay", "How long nodes wait for their money, from the soonest to the latest"),
        ("latency.onchain", "How long on-chain inference takes, from the quickest to the slowest"),
    ];

    public static IEnumerable<Chart> Of((string Arm, ArmShape Shape)[] arms, string omission)
    {
        foreach ((string metric, string title) in Titles)
        {
            (string Arm, IReadOnlyList<Estimate> Values)[] curves =
            [
                .. arms.SelectMany(arm => arm.Shape.Spreads.Where(spread => spread.Metric == metric)
                    .Select(spread => (arm.Arm, spread.Values))),
            ];
            if (curves.Length > 0)
            {
                yield return Of(metric, title, curves, omission);
            }
        }
    }

    private static Chart Of(
        string metric, string title, (string Arm, IReadOnlyList<Estimate> Values)[] curves, string omission)
    {
        Scale scale = Scale.For(curves.Max(curve => curve.Values[^1].Value) / 2, MetricUnit.Seconds);
        JsonObject x = ChartParts.ValueAxis("Share that took no longer (%)", horizontal: true);
        (x["min"], x["max"]) = (0, 100);
        return new Chart(
            "spread-" + metric.Replace('.', '-').Replace('_', '-'),
            title,
            Reading + omission,
            BandedLines.Option(
                [.. curves.Select(curve => (curve.Arm, Points(curve.Values)))],
                x,
                ChartParts.ValueAxis($"{metric} ({scale.Name})", horizontal: false),
                scale.Factor),
            ["Arm", "Percentile", "Value", "95 % interval", "n"],
            [.. curves.SelectMany(curve => curve.Values.Select((value, index) => Row(curve.Arm, index, value)))]);
    }

    private static IReadOnlyList<(double X, Estimate Estimate)> Points(IReadOnlyList<Estimate> values) =>
        [.. values.Select((value, index) => ((double)RunSpread.Percents[index], value))];

    private static string[] Row(string arm, int index, Estimate estimate)
    {
        (string value, string interval) = Wording.Figure(estimate, MetricUnit.Seconds);
        return [arm, "p" + ShapeCharts.Number(RunSpread.Percents[index]), value, interval, Wording.Count(estimate.N)];
    }
}
