using System.Globalization;
using System.Text.Json.Nodes;

namespace Simulator.Reporting;

/// <summary>Which nodes get the work: the share of answers that each group computed, over time.</summary>
internal static class LoadChart
{
    private const int MostGroups = 6;

    public static Chart? Of(Measures measures)
    {
        SchedulingMeasures load = measures.Scheduling;
        if (!load.AreNodesRated || load.ComputedOverTime.Count is < 2 or > MostGroups)
        {
            return null;
        }

        long[] all = [.. Enumerable.Range(0, SchedulingMeasures.Spans)
            .Select(span => load.ComputedOverTime.Values.Sum(spans => spans[span]))];
        Scale axis = Wording.ScaleOfSeconds((load.SpanWidth * SchedulingMeasures.Spans).TotalSeconds / 2);
        return new Chart(
            "load",
            "Which nodes get the work",
            $"Share of the answers computed in each {load.SpanWidth} of the asking time, by group of nodes. Users of this run "
                + $"choose nodes by what they see of them. n = {Wording.Count(all.Sum())} answers.",
            Option(load, all, axis),
            ["From", .. load.ComputedOverTime.Keys],
            [.. Enumerable.Range(0, SchedulingMeasures.Spans).Select(span => Row(load, all, axis, span))]);
    }

    private static JsonObject Option(SchedulingMeasures load, long[] all, Scale axis)
    {
        double width = load.SpanWidth.TotalSeconds * axis.Factor;
        JsonArray series = [];
        foreach ((string name, long[] own) in load.ComputedOverTime)
        {
            series.Add(ChartParts.Steps(name, Points(own, all, width), 0));
        }

        return ChartParts.SharesOverTime(series, axis, width * SchedulingMeasures.Spans, "Share of answers computed");
    }

    // A span in which nobody computed anything has no shares and is left out.
    private static JsonArray Points(long[] own, long[] all, double width)
    {
        JsonArray points = [];
        for (int span = 0; span < own.Length; span++)
        {
            if (all[span] > 0)
            {
                double share = (double)own[span] / all[span];
                if (points.Count == 0)
                {
                    points.Add(ChartParts.Point(span * width, share));
                }

                points.Add(ChartParts.Point((span + 1) * width, share));
            }
        }

        return points;
    }

    private static string[] Row(SchedulingMeasures load, long[] all, Scale axis, int span) =>
    [
        string.Create(
            CultureInfo.InvariantCulture, $"{(load.SpanWidth * span).TotalSeconds * axis.Factor:G6} {axis.Name}"),
        .. load.ComputedOverTime.Values.Select(own => all[span] == 0
            ? "–"
            : string.Create(CultureInfo.InvariantCulture, $"{100.0 * own[span] / all[span]:F1} %")),
    ];
}
