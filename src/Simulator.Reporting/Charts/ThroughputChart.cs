using System.Globalization;
using System.Text.Json.Nodes;

namespace Simulator.Reporting;

/// <summary>Requests made, served and not served, over simulated time.</summary>
internal static class ThroughputChart
{
    private static readonly (string Name, Func<TimeBin, long> Read, double Opacity)[] Lines =
    [
        ("Served", bin => bin.Accepted, 0.25),
        ("Asked", bin => bin.Issued, 0),
        ("Refused", bin => bin.Refused, 0.4),
        ("Rejected or timed out", bin => bin.Rejected + bin.TimedOut, 0.4),
    ];

    // Blue, amber, vermilion, purple: what went wrong must not be green.
    private static readonly int[] Colours = [0, 1, 3, 4];

    public static Chart? Of(Measures measures)
    {
        TimeBins time = measures.OverTime;
        if (measures.Requests.Issued == 0)
        {
            return null;
        }

        Scale axis = Wording.ScaleOfSeconds((time.Width * time.Bins.Count).TotalSeconds / 2);
        return new Chart(
            "throughput",
            "Requests over time",
            $"Requests per second in bins of {time.Width}. Asked counts when the user decided, the others when "
            + "the request ended.",
            Option(time, axis),
            ["From", .. Lines.Select(line => line.Name)],
            [.. time.Bins.Select(bin => Row(bin, axis))]);
    }

    private static JsonObject Option(TimeBins time, Scale axis)
    {
        JsonArray series = [];
        foreach ((string name, Func<TimeBin, long> read, double opacity) in Lines)
        {
            series.Add(ChartParts.Steps(name, Points(time, axis, read), opacity));
        }

        JsonObject x = ChartParts.ValueAxis($"Simulated time ({axis.Name})", horizontal: true);
        (x["min"], x["max"]) = (0, ChartParts.Short((time.Width * time.Bins.Count).TotalSeconds * axis.Factor));
        return new JsonObject
        {
            ["color"] = new JsonArray([.. Colours.Select(colour => (JsonNode)ChartTheme.OnBoth[colour])]),
            ["grid"] = ChartParts.Grid(),
            ["legend"] = ChartParts.Legend(),
            ["tooltip"] = new JsonObject { ["trigger"] = "axis" },
            ["xAxis"] = x,
            ["yAxis"] = ChartParts.ValueAxis("Requests per second", horizontal: false),
            ["series"] = series,
        };
    }

    private static JsonArray Points(TimeBins time, Scale axis, Func<TimeBin, long> read)
    {
        double width = time.Width.TotalSeconds;
        JsonArray points = [ChartParts.Point(0, read(time.Bins[0]) / width)];
        for (int i = 0; i < time.Bins.Count; i++)
        {
            points.Add(ChartParts.Point((i + 1) * width * axis.Factor, read(time.Bins[i]) / width));
        }

        return points;
    }

    private static string[] Row(TimeBin bin, Scale axis) =>
    [
        string.Create(CultureInfo.InvariantCulture,
            $"{bin.Start.NanosecondsSinceStart / 1e9 * axis.Factor:G6} {axis.Name}"),
        .. Lines.Select(line => Wording.Count(line.Read(bin))),
    ];
}
