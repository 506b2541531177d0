using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Each estimate's curve with its zero: where it was measured to cross, and where theory says it does.</summary>
internal static class CrossingCharts
{
    public static IEnumerable<Chart> Of(ExperimentSummary summary) => summary.Estimates
        .Where(estimate => estimate.Heights.Count > 1)
        .Select((estimate, index) => OfEstimate(estimate, index));

    private static Chart OfEstimate(ExperimentEstimate estimate, int number)
    {
        Scale scale = Scale.For(estimate.Heights.Max(point => Math.Abs(point.Height.Value)), estimate.HeightUnit);
        string theory = estimate.ClosedForm?.Value is { } value
            ? $" The dashed line is the closed form, {Text(value, estimate.Unit)}."
            : string.Empty;
        return new Chart(
            $"crossing-{number.ToString(CultureInfo.InvariantCulture)}",
            $"{estimate.Name}: where {estimate.Curve} crosses zero",
            $"Means over replications with their 95 % intervals; {Found(estimate)}.{theory}",
            Option(estimate, scale),
            [estimate.Key, estimate.Curve, "95 % interval", "n"],
            [.. estimate.Heights.Select(point => Row(estimate, point.Place, point.Height))]);
    }

    private static string Found(ExperimentEstimate estimate)
    {
        if (estimate.Estimate is not { } at)
        {
            return estimate.Note;
        }

        (string value, string interval) = Wording.Figure(at, estimate.Unit);
        return $"it crosses at {value} ({interval}), the shaded column";
    }

    private static JsonObject Option(ExperimentEstimate estimate, Scale scale)
    {
        string colour = ChartTheme.OnBoth[0];
        (double, Estimate)[] line = [.. estimate.Heights.Select(point => (point.Place, point.Height))];
        JsonObject curve = new()
        {
            ["name"] = estimate.Curve,
            ["type"] = "line",
            ["symbol"] = "circle",
            ["symbolSize"] = 7,
            ["color"] = colour,
            ["lineStyle"] = new JsonObject { ["width"] = 2 },
            ["data"] = new JsonArray(
                [.. line.Select(point => ChartParts.Point(point.Item1, point.Item2.Value * scale.Factor))]),
            ["markLine"] = Lines(estimate),
        };
        if (estimate.Estimate is { Lower: { } lower, Upper: { } upper })
        {
            curve["markArea"] = new JsonObject
            {
                ["silent"] = true,
                ["itemStyle"] = new JsonObject { ["color"] = ChartTheme.OnBoth[2], ["opacity"] = 0.35 },
                ["data"] = new JsonArray(new JsonArray(
                    new JsonObject { ["xAxis"] = ChartParts.Short(lower) },
                    new JsonObject { ["xAxis"] = ChartParts.Short(upper) })),
            };
        }

        JsonArray series = [];
        IntervalBand.AddTo(series, line, colour, scale.Factor);
        series.Add(curve);
        JsonObject x = ChartParts.ValueAxis(
            estimate.PlaceUnit.Length == 0 ? estimate.Key : $"{estimate.Key} ({estimate.PlaceUnit})", horizontal: true);
        x["scale"] = true;
        return new JsonObject
        {
            ["grid"] = ChartParts.Grid(),
            ["tooltip"] = new JsonObject { ["trigger"] = "item" },
            ["xAxis"] = x,
            ["yAxis"] = ChartParts.ValueAxis(
                scale.Name.Length == 0 ? estimate.Curve : $"{estimate.Curve} ({scale.Name})", horizontal: false),
            ["series"] = series,
            ["media"] = ChartParts.Media(
                new JsonObject { ["grid"] = ChartParts.NarrowGrid(top: 56) }, new JsonObject { ["grid"] = ChartParts.Grid() }),
        };
    }

    private static JsonObject Lines(ExperimentEstimate estimate)
    {
        JsonArray data = [Mark("yAxis", 0, "solid", string.Empty)];
        if (estimate.ClosedForm?.Value is { } value)
        {
            data.Add(Mark("xAxis", ChartParts.Short(value), "dashed", $"closed form {Text(value, estimate.Unit)}"));
        }

        return new JsonObject { ["silent"] = true, ["symbol"] = "none", ["data"] = data };
    }

    private static JsonObject Mark(string axis, double at, string type, string label) => new()
    {
        [axis] = at,
        ["lineStyle"] = new JsonObject { ["type"] = type, ["width"] = 1.5, ["color"] = ChartTheme.OnBoth[^1] },
        ["label"] = new JsonObject { ["show"] = label.Length > 0, ["formatter"] = label },
    };

    private static string Text(double value, MetricUnit unit) => Wording.Figure(Estimate.Exact(value, 1), unit).Value;

    private static string[] Row(ExperimentEstimate estimate, double place, Estimate height)
    {
        (string value, string interval) = Wording.Figure(height, estimate.HeightUnit);
        return [Text(place, estimate.Unit), value, interval, Wording.Count(height.N)];
    }
}
