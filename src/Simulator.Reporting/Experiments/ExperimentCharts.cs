using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Charts of an experiment: each figure that the scenario asks for against each varied key, and what matters.</summary>
internal static class ExperimentCharts
{
    private const int MostCharts = 12;
    private const int MostLines = 8;
    private const string Seed = "seed";

    public static IReadOnlyList<Chart> Of(ExperimentSummary summary)
    {
        List<Chart> charts = [];
        foreach (string figure in ArmSample.Figures(summary))
        {
            foreach (string key in Axes(summary))
            {
                if (charts.Count < MostCharts && Against(summary, figure, key, charts.Count) is { } chart)
                {
                    charts.Add(chart);
                }
            }
        }

        if (charts.Count == 0 && summary.Design is not ("sobol" or "morris" or "lhs"))
        {
            charts.AddRange(ArmCharts.Of(summary, MostCharts));
        }

        charts.AddRange(CrossingCharts.Of(summary));

        charts.AddRange(SensitivityCharts.Of(summary).Take(MostCharts));
        return charts;
    }

    // Keys whose values are numbers and differ. A seed is a number that says nothing; a drawn design scatters, which tables
    // show better.
    private static IEnumerable<string> Axes(ExperimentSummary summary) =>
        summary.Design is "sobol" or "morris" || summary.Arms.Count is < 2 or > ArmSample.Points
            ? []
            : summary.Arms[0].Values.Select(value => value.Key)
                .Where(key => key != Seed && summary.Arms.All(arm => NumberOf(arm, key) is not null)
                    && summary.Arms.Select(arm => NumberOf(arm, key)).Distinct().Count() > 1);

    private static double? NumberOf(ArmSummary arm, string key) => arm.Values.First(value => value.Key == key).Number;

    private static Chart? Against(ExperimentSummary summary, string figure, string key, int number)
    {
        (ArmSummary Arm, ArmFigure Figure)[] points =
        [
            .. summary.Arms.Select(arm => (arm, arm.Figures.First(candidate => candidate.Name == figure)))
                .Where(point => point.Item2.Estimate is not null),
        ];
        IGrouping<string, (ArmSummary Arm, ArmFigure Figure)>[] lines = [.. points.GroupBy(point => Others(point.Arm, key))];
        if (points.Length < 2 || lines.All(line => line.Count() < 2))
        {
            return null;
        }

        double largest = points.Max(point => Math.Abs(point.Figure.Estimate!.Value));
        Scale scale = Scale.For(largest, points[0].Figure.Unit);
        string unit = points[0].Arm.Values.First(value => value.Key == key).Unit;
        string left = lines.Length > MostLines
            ? $" The first {MostLines} of {Wording.Count(lines.Length)} lines are drawn; the table holds all."
            : string.Empty;
        return new Chart(
            $"figure-{number.ToString(CultureInfo.InvariantCulture)}",
            $"{figure} against {key}",
            $"Means over replications; the band is the 95 % interval of each mean.{left}",
            Option(lines, key, unit, figure, scale, ClosedFormLines.Of(summary, figure, key, lines.Take(MostLines), scale)),
            ["Arm", "Value", "95 % interval", "n"],
            [.. points.Select(point => Row(point.Arm, point.Figure))]);
    }

    private static string Others(ArmSummary arm, string key) => string.Join(
        ", ", arm.Values.Where(value => value.Key != key).Select(value => $"{value.Key} = {value.Text}"));

    private static string NameOf(string others) => others.Length == 0 ? "measured" : others;

    private static JsonObject Option(
        IGrouping<string, (ArmSummary Arm, ArmFigure Figure)>[] lines, string key, string unit, string figure, Scale scale,
        IReadOnlyList<JsonObject> closedForms)
    {
        JsonArray series = [];
        for (int i = 0; i < Math.Min(lines.Length, MostLines); i++)
        {
            string name = NameOf(lines[i].Key);
            (double X, Estimate Estimate)[] line =
            [
                .. lines[i].Select(point => (NumberOf(point.Arm, key)!.Value, point.Figure.Estimate!)).OrderBy(point => point.Item1),
            ];
            string colour = ChartTheme.OnBoth[i % ChartTheme.OnBoth.Count];
            IntervalBand.AddTo(series, line, colour, scale.Factor);
            series.Add(new JsonObject
            {
                ["name"] = name,
                ["type"] = "line",
                ["symbol"] = "circle",
                ["symbolSize"] = 7,
                ["color"] = colour,
                ["lineStyle"] = new JsonObject { ["width"] = 2 },
                ["data"] = new JsonArray(
                    [.. line.Select(point => ChartParts.Point(point.X, point.Estimate.Value * scale.Factor))]),
            });
        }

        closedForms.ToList().ForEach(series.Add);
        JsonObject x = ChartParts.ValueAxis(unit.Length == 0 ? key : $"{key} ({unit})", horizontal: true);
        x["scale"] = true;
        JsonObject y = ChartParts.ValueAxis(scale.Name.Length == 0 ? figure : $"{figure} ({scale.Name})", horizontal: false);
        JsonObject legend = ChartParts.Legend();
        legend["show"] = lines.Length > 1 || closedForms.Count > 0;
        legend["data"] = new JsonArray(
        [
            .. lines.Take(MostLines).Select(line => (JsonNode)NameOf(line.Key)),
            .. closedForms.Select(form => form["name"]!.DeepClone()),
        ]);
        return new JsonObject
        {
            ["grid"] = ChartParts.Grid(),
            ["legend"] = legend,
            ["tooltip"] = new JsonObject { ["trigger"] = "item" },
            ["xAxis"] = x,
            ["yAxis"] = y,
            ["series"] = series,
            ["media"] = ChartParts.Media(
                new JsonObject { ["grid"] = ChartParts.NarrowGrid(top: 72) }, new JsonObject { ["grid"] = ChartParts.Grid() }),
        };
    }

    private static string[] Row(ArmSummary arm, ArmFigure figure)
    {
        (string value, string interval) = Wording.Figure(figure.Estimate!, figure.Unit);
        return [arm.Label, value, interval, Wording.Count(figure.Estimate!.N)];
    }
}
