using System.Globalization;
using System.Text.Json.Nodes;

namespace Simulator.Reporting;

/// <summary>Pieces of ECharts options that several charts share.</summary>
internal static class ChartParts
{
    private const int NarrowWidth = 600;

    public static JsonObject Grid(int top = 56, int left = 76) => new()
    {
        ["left"] = left,
        ["right"] = 76,
        ["top"] = top,
        ["bottom"] = 60,
    };

    /// <summary>
    /// What changes on a narrow page, and what holds otherwise: ECharts restores only what the second part names.
    /// </summary>
    public static JsonArray Media(JsonObject narrow, JsonObject otherwise) =>
    [
        new JsonObject { ["query"] = new JsonObject { ["maxWidth"] = NarrowWidth }, ["option"] = narrow },
        new JsonObject { ["option"] = otherwise },
    ];

    /// <summary>Less room beside the plot, more above it, where the legend takes several lines.</summary>
    public static JsonObject NarrowGrid(int top, int left = 52, int right = 16) => new()
    {
        ["left"] = left,
        ["right"] = right,
        ["top"] = top,
        ["bottom"] = 60,
    };

    public static JsonObject Legend() =>
        new() { ["top"] = 4, ["itemGap"] = 18, ["itemWidth"] = 18, ["itemHeight"] = 10, ["icon"] = "roundRect" };

    public static JsonObject ValueAxis(string name, bool horizontal)
    {
        JsonObject axis = new()
        {
            ["type"] = "value",
            ["name"] = name,
            ["nameLocation"] = "middle",
            ["nameGap"] = horizontal ? 34 : 56,
        };
        if (horizontal)
        {
            axis["splitLine"] = new JsonObject { ["show"] = false };
        }

        return axis;
    }

    /// <summary>Shares from 0 to 1 by simulated time, as steps, one colour for each series.</summary>
    /// <param name="series">From <see cref="Steps"/>.</param>
    /// <param name="axis">Unit of the time axis.</param>
    /// <param name="end">Where the time axis ends, in that unit.</param>
    /// <param name="share">Name of the vertical axis.</param>
    public static JsonObject SharesOverTime(JsonArray series, Scale axis, double end, string share)
    {
        JsonObject x = ValueAxis($"Simulated time ({axis.Name})", horizontal: true);
        (x["min"], x["max"]) = (0, Short(end));
        JsonObject y = ValueAxis(share, horizontal: false);
        (y["min"], y["max"]) = (0, 1);
        return new JsonObject
        {
            ["color"] = new JsonArray([.. ChartTheme.OnBoth.Take(series.Count).Select(colour => JsonValue.Create(colour))]),
            ["grid"] = Grid(),
            ["legend"] = Legend(),
            ["tooltip"] = new JsonObject { ["trigger"] = "axis" },
            ["xAxis"] = x,
            ["yAxis"] = y,
            ["series"] = series,
            ["media"] = Media(
                new JsonObject { ["grid"] = NarrowGrid(top: 72), ["yAxis"] = new JsonObject { ["nameGap"] = 34 } },
                new JsonObject { ["grid"] = Grid(), ["yAxis"] = new JsonObject { ["nameGap"] = 56 } }),
        };
    }

    public static JsonArray Point(double x, double y) => [Short(x), Short(y)];

    /// <summary>Six significant digits: more than a pixel can show, few enough to read in the file.</summary>
    public static double Short(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>
    /// A step line with the area under it filled: a point holds a bin's right edge and value, the first one the left edge.
    /// </summary>
    /// <remarks>"start" draws a point's value back to the point before it; "end" would show each bin one bin late.</remarks>
    public static JsonObject Steps(string name, JsonArray points, double opacity) => new()
    {
        ["name"] = name,
        ["type"] = "line",
        ["step"] = "start",
        ["symbol"] = "none",
        ["lineStyle"] = new JsonObject { ["width"] = 1.5 },
        ["areaStyle"] = new JsonObject { ["opacity"] = opacity },
        ["data"] = points,
    };
}
