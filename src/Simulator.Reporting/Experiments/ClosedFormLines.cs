using System.Text.Json.Nodes;

namespace Simulator.Reporting;

/// <summary>Closed forms as dashed lines over the measured ones, drawn between the arms too.</summary>
internal static class ClosedFormLines
{
    private const int Points = 60;

    /// <param name="summary">The experiment.</param>
    /// <param name="figure">What the chart shows.</param>
    /// <param name="key">What it shows it against.</param>
    /// <param name="lines">The arms of each measured line.</param>
    /// <param name="scale">Of the figure.</param>
    public static IReadOnlyList<JsonObject> Of(
        ExperimentSummary summary,
        string figure,
        string key,
        IEnumerable<IGrouping<string, (ArmSummary Arm, ArmFigure Figure)>> lines,
        Scale scale) =>
    [
        .. summary.ClosedForms.Where(form => form.Figure == figure).SelectMany(form => lines.Select(
            (line, index) => Line(form, key, line.Key, [.. line.Select(point => point.Arm)], index, scale))),
    ];

    private static JsonObject Line(
        ExperimentClosedForm form, string key, string others, ArmSummary[] arms, int index, Scale scale)
    {
        double[] places = [.. arms.Select(arm => arm.Values.First(value => value.Key == key).Number!.Value)];
        double from = places.Min();
        double step = (places.Max() - from) / (Points - 1);
        JsonArray data = [];
        for (int i = 0; i < Points; i++)
        {
            double place = from + (step * i);
            if (form.Along(arms[0].Arm, key, place) is { } value)
            {
                data.Add(ChartParts.Point(place, value * scale.Factor));
            }
        }

        return new JsonObject
        {
            ["name"] = others.Length == 0 ? "closed form" : $"closed form, {others}",
            ["type"] = "line",
            ["symbol"] = "none",
            ["silent"] = true,
            ["z"] = 3,
            ["color"] = ChartTheme.OnBoth[(index + 3) % ChartTheme.OnBoth.Count],
            ["lineStyle"] = new JsonObject { ["width"] = 2, ["type"] = "dashed" },
            ["data"] = data,
        };
    }
}
