using System.Text.Json.Nodes;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>The intervals along a line as a shaded band: two stacked areas, of which the lower one is invisible.</summary>
internal static class IntervalBand
{
    /// <summary>Puts the band into a chart's series; the line itself comes on top of it.</summary>
    /// <param name="series">The chart's series.</param>
    /// <param name="points">Where a point has no interval, the band is as thin as the line.</param>
    /// <param name="colour">That of the line.</param>
    /// <param name="factor">From the base unit to the axis' unit.</param>
    /// <param name="floor">Least end of the band, in the axis' unit: 0 where nothing can be negative.</param>
    public static void AddTo(
        JsonArray series,
        IReadOnlyList<(double X, Estimate Estimate)> points,
        string colour,
        double factor,
        double floor = double.NegativeInfinity)
    {
        JsonArray lower = [];
        JsonArray height = [];
        foreach ((double x, Estimate estimate) in points)
        {
            double low = Math.Max(floor, (estimate.Lower ?? estimate.Value) * factor);
            lower.Add(ChartParts.Point(x, low));
            height.Add(ChartParts.Point(x, ((estimate.Upper ?? estimate.Value) * factor) - low));
        }

        string stack = "band-" + ShapeCharts.Number(series.Count);
        series.Add(Area(lower, stack, colour, 0));
        series.Add(Area(height, stack, colour, 0.2));
    }

    private static JsonObject Area(JsonArray data, string stack, string colour, double opacity) => new()
    {
        ["type"] = "line",
        ["stack"] = stack,
        ["stackStrategy"] = "all",
        ["symbol"] = "none",
        ["silent"] = true,
        ["lineStyle"] = new JsonObject { ["opacity"] = 0 },
        ["areaStyle"] = new JsonObject { ["color"] = colour, ["opacity"] = opacity },
        ["data"] = data,
    };
}
