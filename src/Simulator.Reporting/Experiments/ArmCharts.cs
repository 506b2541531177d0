using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Charts of an experiment whose arms have no numbers to be drawn against: each figure, arm beside arm.</summary>
internal static class ArmCharts
{
    private const int MostArms = 12;

    /// <param name="summary">The experiment.</param>
    /// <param name="most">No more charts than this.</param>
    public static IEnumerable<Chart> Of(ExperimentSummary summary, int most) => summary.Arms.Count is < 2 or > MostArms
        ? []
        : ArmSample.Figures(summary).Take(most).Select((figure, index) => OfFigure(summary, figure, index)).OfType<Chart>();

    private static Chart? OfFigure(ExperimentSummary summary, string figure, int number)
    {
        (ArmSummary Arm, ArmFigure Figure)[] bars =
        [
            .. summary.Arms.Select(arm => (arm, arm.Figures.First(candidate => candidate.Name == figure)))
                .Where(bar => bar.Item2.Estimate is not null),
        ];
        if (bars.Length < 2)
        {
            return null;
        }

        Scale scale = Scale.For(bars.Max(bar => Math.Abs(bar.Figure.Estimate!.Value)), bars[0].Figure.Unit);
        return new Chart(
            $"arms-{number.ToString(CultureInfo.InvariantCulture)}",
            $"{figure}, arm by arm",
            "The line in a box is the mean over replications, the box its 95 % interval; a bare line has no spread.",
            Option(bars, figure, scale),
            ["Arm", "Value", "95 % interval", "n"],
            [.. bars.Select(bar => Row(bar.Arm, bar.Figure))]);
    }

    private static JsonObject Option((ArmSummary Arm, ArmFigure Figure)[] bars, string figure, Scale scale)
    {
        JsonObject y = ChartParts.ValueAxis(scale.Name.Length == 0 ? figure : $"{figure} ({scale.Name})", horizontal: false);
        return new JsonObject
        {
            ["grid"] = ChartParts.Grid(top: 24),
            ["tooltip"] = new JsonObject { ["trigger"] = "item" },
            ["xAxis"] = new JsonObject
            {
                ["type"] = "category",
                ["data"] = new JsonArray([.. bars.Select(bar => (JsonNode)NameOf(bar.Arm))]),
                ["axisLabel"] = new JsonObject { ["interval"] = 0, ["hideOverlap"] = false },
            },
            ["yAxis"] = y,
            ["series"] = new JsonArray(new JsonObject
            {
                ["type"] = "boxplot",
                ["boxWidth"] = new JsonArray(12, 48),
                ["itemStyle"] = new JsonObject
                {
                    // Without it the box is white on any page.
                    ["color"] = "transparent",
                    ["borderColor"] = ChartTheme.OnBoth[0],
                    ["borderWidth"] = 2,
                },
                ["data"] = new JsonArray([.. bars.Select(bar => (JsonNode)Box(bar.Figure.Estimate!, scale))]),
            }),
            ["media"] = ChartParts.Media(
                new JsonObject { ["grid"] = ChartParts.NarrowGrid(top: 24) },
                new JsonObject { ["grid"] = ChartParts.Grid(top: 24) }),
        };
    }

    // The values alone where every arm varies the same key.
    private static string NameOf(ArmSummary arm) =>
        arm.Values.Count == 0 ? arm.Label : string.Join(", ", arm.Values.Select(value => value.Text).Distinct());

    private static JsonArray Box(Estimate estimate, Scale scale)
    {
        double value = ChartParts.Short(estimate.Value * scale.Factor);
        double lower = ChartParts.Short((estimate.Lower ?? estimate.Value) * scale.Factor);
        double upper = ChartParts.Short((estimate.Upper ?? estimate.Value) * scale.Factor);
        return [lower, lower, value, upper, upper];
    }

    private static string[] Row(ArmSummary arm, ArmFigure figure)
    {
        (string value, string interval) = Wording.Figure(figure.Estimate!, figure.Unit);
        return [arm.Label, value, interval, Wording.Count(figure.Estimate!.N)];
    }
}
