using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>Requests made, served and not served, over simulated time.</summary>
internal static class ThroughputChart
{
    // Of the asking period: as much of the drain is drawn even when nothing happens in it.
    private const int ShownDrain = 12;

    // Blue, amber, vermilion, purple: what went wrong must not be green.
    private static readonly Line[] Lines =
    [
        new("Served", bin => bin.Accepted, 0.25, 0),
        new("Asked", bin => bin.Issued, 0, 1),
        new("Refused", bin => bin.Refused, 0.4, 3),
        new("Rejected or timed out", bin => bin.Rejected + bin.TimedOut, 0.4, 4),
    ];

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
            Reading(measures, time),
            Option(time, Drawn(time), axis, End(time)),
            ["From", .. Lines.Select(line => line.Name)],
            [.. time.Bins.Select(bin => Row(bin, axis))]);
    }

    private static string Reading(Measures measures, TimeBins time)
    {
        SimDuration asking = time.AskingEnd - SimTime.Start;
        string text = $"Requests per second in bins of {time.Width}. Asked counts when the user decided, the others "
            + $"when the request ended. n = {Wording.Count(measures.Requests.Issued)} asked.";
        string lost = Drawn(time).Count() < Lines.Length ? " Lines that would be zero throughout are left out." : "";
        return measures.End > time.AskingEnd
            ? $"{text}{lost} Users ask for {asking}; the shaded drain after it only finishes and settles, until "
                + $"{measures.End - SimTime.Start}."
            : text + lost;
    }

    private static IEnumerable<Line> Drawn(TimeBins time) =>
        Lines.Where((line, index) => index < 2 || time.Bins.Any(bin => line.Read(bin) > 0));

    // The drain can last longer than the asking; what is empty of requests at its end is not drawn.
    private static SimDuration End(TimeBins time)
    {
        int last = time.Bins.Count;
        while (last > 0 && Lines.All(line => line.Read(time.Bins[last - 1]) == 0))
        {
            last--;
        }

        SimDuration whole = time.Width * time.Bins.Count;
        SimDuration asking = time.AskingEnd - SimTime.Start;
        SimDuration wanted = SimDuration.Max(time.Width * (last + 1), asking + (asking / ShownDrain));
        return SimDuration.Min(whole, wanted);
    }

    private static JsonObject Option(TimeBins time, IEnumerable<Line> lines, Scale axis, SimDuration end)
    {
        JsonArray series = [];
        JsonArray colours = [];
        foreach (Line line in lines)
        {
            series.Add(ChartParts.Steps(line.Name, Points(time, axis, line.Read, end), line.Opacity));
            colours.Add(ChartTheme.OnBoth[line.Colour]);
        }

        series[0]!["markArea"] = Drain(time, axis, end);

        JsonObject x = ChartParts.ValueAxis($"Simulated time ({axis.Name})", horizontal: true);
        (x["min"], x["max"]) = (0, ChartParts.Short(end.TotalSeconds * axis.Factor));
        x["axisLabel"] = new JsonObject { ["showMaxLabel"] = false };
        return new JsonObject
        {
            ["color"] = colours,
            ["grid"] = ChartParts.Grid(),
            ["legend"] = ChartParts.Legend(),
            ["tooltip"] = new JsonObject { ["trigger"] = "axis" },
            ["xAxis"] = x,
            ["yAxis"] = ChartParts.ValueAxis("Requests per second", horizontal: false),
            ["series"] = series,
            ["media"] = ChartParts.Media(
                new JsonObject { ["grid"] = ChartParts.NarrowGrid(top: 72), ["yAxis"] = new JsonObject { ["nameGap"] = 34 } },
                new JsonObject { ["grid"] = ChartParts.Grid(), ["yAxis"] = new JsonObject { ["nameGap"] = 56 } }),
        };
    }

    private static JsonObject Drain(TimeBins time, Scale axis, SimDuration end)
    {
        JsonArray areas = [];
        double asking = (time.AskingEnd - SimTime.Start).TotalSeconds;
        if (end.TotalSeconds > asking)
        {
            areas.Add(new JsonArray(
                new JsonObject { ["name"] = "drain", ["xAxis"] = ChartParts.Short(asking * axis.Factor) },
                new JsonObject { ["xAxis"] = ChartParts.Short(end.TotalSeconds * axis.Factor) }));
        }

        return new JsonObject
        {
            ["silent"] = true,
            ["itemStyle"] = new JsonObject { ["color"] = "#7c8594", ["opacity"] = 0.18 },
            ["label"] = new JsonObject { ["color"] = "#7c8594", ["position"] = "insideTop" },
            ["data"] = areas,
        };
    }

    private static JsonArray Points(TimeBins time, Scale axis, Func<TimeBin, long> read, SimDuration end)
    {
        double width = time.Width.TotalSeconds;
        JsonArray points = [ChartParts.Point(0, read(time.Bins[0]) / width)];
        for (int i = 0; i < time.Bins.Count && time.Width * i < end; i++)
        {
            points.Add(ChartParts.Point((i + 1) * width * axis.Factor, read(time.Bins[i]) / width));
        }

        return points;
    }

    private sealed record Line(string Name, Func<TimeBin, long> Read, double Opacity, int Colour);

    private static string[] Row(TimeBin bin, Scale axis) =>
    [
        string.Create(CultureInfo.InvariantCulture,
            $"{bin.Start.NanosecondsSinceStart / 1e9 * axis.Factor:G6} {axis.Name}"),
        .. Lines.Select(line => Wording.Count(line.Read(bin))),
    ];
}
