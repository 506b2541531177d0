using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>Who is shut out: the share of each group's requests that were answered, over time, with the causes below.</summary>
internal static class AccessChart
{
    private const int MostGroups = 6;

    // Below this share of unanswered requests in every group nobody is shut out, and the chart would be flat.
    private const double WorthShowing = 0.01;

    public static Chart? Of(Measures measures)
    {
        AccessMeasures access = measures.Access;
        KeyValuePair<string, AccessTally>[] groups =
            [.. access.Groups.OrderByDescending(pair => pair.Value.Refused).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
        if (groups.All(pair => pair.Value.Refused < WorthShowing * pair.Value.Asked.Sum()))
        {
            return null;
        }

        Scale axis = Wording.ScaleOfSeconds((access.SpanWidth * AccessMeasures.Spans).TotalSeconds / 2);
        KeyValuePair<string, AccessTally>[] drawn = [.. groups.Take(MostGroups).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
        return new Chart(
            "access",
            "Who is shut out, when, by whom",
            Reading(access, groups, drawn.Length),
            Option(drawn, access, axis),
            ["Group", "By", "Why", "Requests", "First", "Last"],
            [.. groups.SelectMany(pair => Rows(pair.Key, pair.Value, axis))]);
    }

    private static string Reading(AccessMeasures access, KeyValuePair<string, AccessTally>[] groups, int drawn)
    {
        string left = drawn < groups.Length
            ? $" The {drawn} groups with the most unanswered requests are drawn, out of {groups.Length}."
            : "";
        return $"Share of the requests asked in each {access.SpanWidth} that were answered, by group of users. The table says "
            + "who turned the others away and by which name; no_answer means that patience ended first. n = "
            + $"{Wording.Count(groups.Sum(pair => pair.Value.Asked.Sum()))} asked.{left}";
    }

    private static JsonObject Option(KeyValuePair<string, AccessTally>[] groups, AccessMeasures access, Scale axis)
    {
        double width = access.SpanWidth.TotalSeconds * axis.Factor;
        JsonArray series = [];
        foreach ((string name, AccessTally tally) in groups)
        {
            series.Add(ChartParts.Steps(name, Points(tally, width), 0));
        }

        return ChartParts.SharesOverTime(series, axis, width * AccessMeasures.Spans, "Share of requests answered");
    }

    // A span in which the group asked nothing has no share and is left out.
    private static JsonArray Points(AccessTally tally, double width)
    {
        JsonArray points = [];
        for (int span = 0; span < AccessMeasures.Spans; span++)
        {
            if (tally.Asked[span] > 0)
            {
                double share = (double)tally.Answered[span] / tally.Asked[span];
                if (points.Count == 0)
                {
                    points.Add(ChartParts.Point(span * width, share));
                }

                points.Add(ChartParts.Point((span + 1) * width, share));
            }
        }

        return points;
    }

    private static IEnumerable<string[]> Rows(string group, AccessTally tally, Scale axis)
    {
        yield return [group, "", "answered", Wording.Count(tally.Answered.Sum()), "", ""];
        foreach (((string by, string why), AccessCause cause) in tally.Causes)
        {
            yield return [group, by, why, Wording.Count(cause.Count), Time(cause.First, axis), Time(cause.Last, axis)];
        }
    }

    private static string Time(SimTime at, Scale axis) => string.Create(
        CultureInfo.InvariantCulture, $"{at.NanosecondsSinceStart / 1e9 * axis.Factor:G4} {axis.Name}");
}
