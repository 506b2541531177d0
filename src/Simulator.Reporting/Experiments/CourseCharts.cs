using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>What happened over simulated time, arm beside arm, with the spread over replications as a band.</summary>
internal static class CourseCharts
{
    public static IEnumerable<Chart> Of((string Arm, ArmShape Shape)[] arms, string omission)
    {
        if (arms.Length == 0 || arms.All(arm => arm.Shape.Asked.All(bin => bin.Value == 0)))
        {
            yield break;
        }

        yield return Of(
            "course-accepted",
            "Answers over time",
            "Answers accepted per second",
            [.. arms.Select(arm => (arm.Arm, arm.Shape.BinWidth.TotalSeconds, arm.Shape.Accepted))],
            $"Bins of {arms[0].Shape.BinWidth} while users ask; the drain is left out.{omission}");
    }

    private static Chart Of(
        string name,
        string title,
        string axis,
        (string Arm, double Width, IReadOnlyList<Estimate> Values)[] curves,
        string note)
    {
        double end = curves.Max(curve => curve.Width * curve.Values.Count);
        Scale time = Wording.ScaleOfSeconds(end / 2);
        JsonObject x = ChartParts.ValueAxis($"Simulated time ({time.Name})", horizontal: true);
        (x["min"], x["max"]) = (0, ChartParts.Short(end * time.Factor));
        return new Chart(
            name,
            title,
            $"{axis}: means over replications in each bin, drawn at its middle; the band is the 95 % interval bin by bin. {note}",
            BandedLines.Option(
                [.. curves.Select(curve => (curve.Arm, Points(curve.Values, curve.Width, time)))],
                x,
                ChartParts.ValueAxis(axis, horizontal: false),
                factor: 1),
            ["Arm", "From", "Value", "95 % interval", "n"],
            [.. curves.SelectMany(curve => curve.Values.Select((value, bin) => Row(curve.Arm, bin * curve.Width, value, time)))]);
    }

    private static IReadOnlyList<(double X, Estimate Estimate)> Points(
        IReadOnlyList<Estimate> values, double width, Scale time) =>
        [.. values.Select((value, bin) => ((bin + 0.5) * width * time.Factor, value))];

    private static string[] Row(string arm, double from, Estimate estimate, Scale time)
    {
        (string value, string interval) = Wording.Figure(estimate, MetricUnit.PerSecond);
        string start = string.Create(CultureInfo.InvariantCulture, $"{from * time.Factor:G6} {time.Name}");
        return [arm, start, value, interval, Wording.Count(estimate.N)];
    }
}
