using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Which keys matter to a figure, as bars, the longest on top.</summary>
internal static class SensitivityCharts
{
    public static IEnumerable<Chart> Of(ExperimentSummary summary)
    {
        IReadOnlyList<string> asked = ArmSample.Figures(summary);
        FigureSensitivity[] shown = [.. summary.Sensitivities.Where(figure => asked.Contains(figure.Name))];
        return shown.Select((figure, number) => Of(figure, summary.Design == "sobol", number));
    }

    private static Chart Of(FigureSensitivity figure, bool isSobol, int number)
    {
        string measure = isSobol ? "total" : "mean_absolute";
        (string Key, Estimate Estimate)[] bars =
        [
            .. figure.Keys.Select(key => (key.Key, key.Measures.First(known => known.Measure == measure).Estimate))
                .OrderBy(bar => bar.Estimate.Value).ThenBy(bar => bar.Key, StringComparer.Ordinal),
        ];
        MetricUnit unit = isSobol ? MetricUnit.Share : figure.Unit;
        Scale scale = Scale.For(bars[^1].Estimate.Value, unit);
        string axis = isSobol ? "Share of the variance, with interactions" : "Mean absolute effect over the whole range";
        return new Chart(
            $"sensitivity-{number.ToString(CultureInfo.InvariantCulture)}",
            $"What matters to {figure.Name}",
            $"{axis}; the table holds the 95 % intervals.",
            Option(bars, scale, scale.Name.Length == 0 ? axis : $"{axis} ({scale.Name})"),
            ["Key", "Value", "95 % interval", "n"],
            [.. bars.Reverse().Select(bar => Row(bar.Key, bar.Estimate, unit))])
        {
            Height = 130 + (34 * bars.Length),
        };
    }

    private static JsonObject Option((string Key, Estimate Estimate)[] bars, Scale scale, string axis) => new()
    {
        ["grid"] = ChartParts.Grid(left: 200),
        ["tooltip"] = new JsonObject { ["trigger"] = "item" },
        ["xAxis"] = ChartParts.ValueAxis(axis, horizontal: true),
        ["yAxis"] = new JsonObject
        {
            ["type"] = "category",
            ["data"] = new JsonArray([.. bars.Select(bar => (JsonNode)bar.Key)]),
        },
        ["series"] = new JsonArray(new JsonObject
        {
            ["type"] = "bar",
            ["barMaxWidth"] = 22,
            ["data"] = new JsonArray([.. bars.Select(bar => (JsonNode)ChartParts.Short(bar.Estimate.Value * scale.Factor))]),
        }),
        ["media"] = ChartParts.Media(
            new JsonObject { ["grid"] = ChartParts.NarrowGrid(top: 56, left: 130) },
            new JsonObject { ["grid"] = ChartParts.Grid(left: 200) }),
    };

    private static string[] Row(string key, Estimate estimate, MetricUnit unit)
    {
        (string value, string interval) = Wording.Figure(estimate, unit);
        return [key, value, interval, Wording.Count(estimate.N)];
    }
}
