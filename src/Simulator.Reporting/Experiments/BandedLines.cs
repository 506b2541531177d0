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
            IntervalBand.AddTo(series, lines[i].Points, colour, factor, floor: 0);
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
}
