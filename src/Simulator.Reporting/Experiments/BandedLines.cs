using System.Text.Json.Nodes;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>
/// Lines over a common axis, one for each arm, each with the interval of its mean as a band. What is drawn cannot be
/// negative, so that a band ends at zero where Student's interval would go below it.
/// </summary>
internal static class BandedLines
{
    /// <param name="lines">Name and points; both ends of a line without intervals are the line itself.</param>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="y">The vertical axis.</param>
    /// <param name="factor">From the base unit to the axis' unit.</param>
    public static JsonObject Option(
        IReadOnlyList<(string Name, IReadOnlyList<(double X, Estimate Estimate)> Points)> lines,
        JsonObject x,
        JsonObject y,
        double factor)
    {
        JsonArray series = [];
        for (int i = 0; i < lines.Count; i++)
        {
            string colour = ChartTheme.OnBoth[i % ChartTheme.OnBoth.Count];
            string stack = "band-" + ShapeCharts.Number(i);
            series.Add(Edge(lines[i].Points, stack, colour, factor, isUpper: false));
            series.Add(Edge(lines[i].Points, stack, colour, factor, isUpper: true));
            series.Add(new JsonObject
            {
                ["name"] = lines[i].Name,
                ["type"] = "line",
                ["symbol"] = "none",
                ["color"] = colour,
                ["lineStyle"] = new JsonObject { ["width"] = 2 },
                ["data"] = new JsonArray(
                    [.. lines[i].Points.Select(point => ChartParts.Point(point.X, point.Estimate.Value * factor))]),
            });
        }

        JsonObject legend = ChartParts.Legend();
        legend["type"] = "scroll";
        legend["show"] = lines.Count > 1;
        legend["data"] = new JsonArray([.. lines.Select(line => (JsonNode)line.Name)]);
        return new JsonObject
        {
            ["grid"] = ChartParts.Grid(),
            ["legend"] = legend,
            ["tooltip"] = new JsonObject { ["trigger"] = "item" },
            ["xAxis"] = x,
            ["yAxis"] = y,
            ["series"] = series,
            ["media"] = ChartParts.Media(
                new JsonObject { ["grid"] = ChartParts.NarrowGrid(top: 56) }, new JsonObject { ["grid"] = ChartParts.Grid() }),
        };
    }

    // Two stacked areas: an invisible one up to the lower end, a shaded one from there to the upper end.
    private static JsonObject Edge(
        IReadOnlyList<(double X, Estimate Estimate)> points, string stack, string colour, double factor, bool isUpper)
    {
        JsonArray data = [];
        foreach ((double x, Estimate estimate) in points)
        {
            double lower = Math.Max(0, (estimate.Lower ?? estimate.Value) * factor);
            double upper = (estimate.Upper ?? estimate.Value) * factor;
            data.Add(ChartParts.Point(x, isUpper ? upper - lower : lower));
        }

        return new JsonObject
        {
            ["type"] = "line",
            ["stack"] = stack,
            ["stackStrategy"] = "all",
            ["symbol"] = "none",
            ["silent"] = true,
            ["lineStyle"] = new JsonObject { ["opacity"] = 0 },
            ["areaStyle"] = new JsonObject { ["color"] = colour, ["opacity"] = isUpper ? 0.2 : 0 },
            ["data"] = data,
        };
    }
}
