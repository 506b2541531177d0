using System.Text.Json.Nodes;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>
/// What each arm changes against the first, replication by replication, the largest change on top: for arms that each
/// turn one screw this is a tornado.
/// </summary>
internal static class DifferenceCharts
{
    private const int MostArms = 40;
    private const int MostCharts = 6;

    public static IEnumerable<Chart> Of(ExperimentSummary summary) => ArmSample.Figures(summary)
        .Select(figure => (Figure: figure, Bars: Bars(summary, figure)))
        .Where(chart => chart.Bars.Any(bar => bar.Difference.Difference.Value != 0))
        .Take(MostCharts)
        .Select((chart, number) => Of(summary, chart.Figure, chart.Bars, number));

    private static (ArmSummary Arm, FigureDifference Difference)[] Bars(ExperimentSummary summary, string figure) =>
    [
        .. summary.Arms.SelectMany(arm => arm.Differences.Where(difference => difference.Name == figure)
            .Select(difference => (arm, difference))),
    ];

    private static Chart Of(
        ExperimentSummary summary, string figure, (ArmSummary Arm, FigureDifference Difference)[] all, int number)
    {
        // The list of categories begins at the bottom of the plot.
        (ArmSummary Arm, FigureDifference Difference)[] bars =
        [
            .. all.OrderByDescending(bar => Math.Abs(bar.Difference.Difference.Value)).ThenBy(bar => bar.Arm.Arm)
                .Take(MostArms).Reverse(),
        ];
        Scale scale = Scale.For(bars[^1].Difference.Difference.Value, bars[0].Difference.Unit);
        string left = all.Length > bars.Length
            ? $" The {MostArms} largest of {Wording.Count(all.Length)} are drawn; the table holds all."
            : string.Empty;
        string axis = scale.Name.Length == 0 ? $"Change of {figure}" : $"Change of {figure} ({scale.Name})";
        return new Chart(
            $"difference-{ShapeCharts.Number(number)}",
            $"What changes {figure}",
            $"Each arm less the first ({ShapeCharts.NameOf(summary.Arms[0])}), in pairs that share their luck. The line in a box is the "
                + "mean difference, the box its 95 % interval; a box that leaves zero out, in the stronger colour, is a "
                + $"difference that is real after correction for the number of arms.{left}",
            Option(bars, scale, axis),
            ["Arm", "Difference", "95 % interval", "n", "p", "Real"],
            [.. all.Select(bar => Row(bar.Arm, bar.Difference))])
        {
            Height = 130 + (34 * bars.Length),
        };
    }

    private static JsonObject Option((ArmSummary Arm, FigureDifference Difference)[] bars, Scale scale, string axis) => new()
    {
        ["grid"] = ChartParts.Grid(top: 24, left: 200),
        ["tooltip"] = new JsonObject { ["trigger"] = "item" },
        ["xAxis"] = ChartParts.ValueAxis(axis, horizontal: true),
        ["yAxis"] = new JsonObject
        {
            ["type"] = "category",
            ["data"] = new JsonArray([.. bars.Select(bar => (JsonNode)ShapeCharts.NameOf(bar.Arm))]),
            ["axisLabel"] = new JsonObject { ["width"] = 180, ["overflow"] = "truncate", ["interval"] = 0 },
        },
        ["series"] = new JsonArray(new JsonObject
        {
            ["type"] = "boxplot",
            ["boxWidth"] = new JsonArray(8, 20),
            ["markLine"] = new JsonObject
            {
                ["symbol"] = "none",
                ["silent"] = true,
                ["label"] = new JsonObject { ["show"] = false },
                ["data"] = new JsonArray(new JsonObject { ["xAxis"] = 0 }),
            },
            ["data"] = new JsonArray([.. bars.Select(bar => (JsonNode)Box(bar.Difference, scale))]),
        }),
        ["media"] = ChartParts.Media(
            new JsonObject { ["grid"] = ChartParts.NarrowGrid(top: 24, left: 130) },
            new JsonObject { ["grid"] = ChartParts.Grid(top: 24, left: 200) }),
    };

    private static JsonObject Box(FigureDifference difference, Scale scale)
    {
        Estimate estimate = difference.Difference;
        double value = ChartParts.Short(estimate.Value * scale.Factor);
        double lower = ChartParts.Short((estimate.Lower ?? estimate.Value) * scale.Factor);
        double upper = ChartParts.Short((estimate.Upper ?? estimate.Value) * scale.Factor);
        string colour = ChartTheme.OnBoth[difference.IsReal ? 0 : ^1];
        return new JsonObject
        {
            ["value"] = new JsonArray(lower, lower, value, upper, upper),
            ["itemStyle"] = new JsonObject { ["borderColor"] = colour, ["borderWidth"] = 2, ["color"] = "transparent" },
        };
    }

    private static string[] Row(ArmSummary arm, FigureDifference difference)
    {
        (string value, string interval) = Wording.Figure(difference.Difference, difference.Unit);
        string p = difference.PValue is { } number
            ? number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)
            : "–";
        return [arm.Label, value, interval, Wording.Count(difference.Difference.N), p, difference.IsReal ? "yes" : "no"];
    }
}
