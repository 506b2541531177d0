using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>What happened over simulated time, arm beside arm, with the spread over replications as a band.</summary>
internal static class CourseCharts
{
    public static IEnumerable<Chart> Of((string Arm, ArmShape Shape)[] arms, string omission)
    {
        if (arms.All(arm => arm.Shape.Asked.All(bin => bin.Value == 0)))
        {
            yield break;
        }

        yield return Of(
            "course-accepted",
            "Answers over time",
            "Answers accepted per second",
            "Answers accepted per second",
            new Scale(1, "per second"),
            [.. arms.Select(arm => new Line(arm.Arm, arm.Shape, [.. arm.Shape.Accepted.Select((bin, index) => (index, bin))]))],
            omission);
        Line[] latencies = [.. arms.Where(arm => arm.Shape.Latency.Count > 0).Select(arm => new Line(arm.Arm, arm.Shape, arm.Shape.Latency))];
        if (latencies.Length > 0)
        {
            Scale scale = Wording.ScaleOfSeconds(latencies.Max(line => line.Bins.Max(bin => bin.Mean.Value)) / 2);
            yield return Of(
                "course-latency",
                "Latency over time",
                $"Mean end-to-end latency ({scale.Name})",
                "Mean latency of the answers accepted in each bin",
                scale,
                latencies,
                omission);
        }
    }

    private static Chart Of(string name, string title, string axis, string what, Scale scale, Line[] lines, string omission)
    {
        double end = lines.Max(line => line.Width * line.Shape.Asked.Count);
        Scale time = Wording.ScaleOfSeconds(end / 2);
        JsonObject x = ChartParts.ValueAxis($"Simulated time ({time.Name})", horizontal: true);
        (x["min"], x["max"]) = (0, ChartParts.Short(end * time.Factor));
        return new Chart(
            name,
            title,
            $"{what}: means over replications, drawn at the middle of the bin; the band is the 95 % interval bin by bin, cut at "
                + $"zero. Bins of {lines[0].Shape.BinWidth} while users ask; the drain is left out.{omission}",
            BandedLines.Option(
                [.. lines.Select(line => (line.Arm, Points(line, time)))],
                x,
                ChartParts.ValueAxis(axis, horizontal: false),
                scale.Factor),
            ["Arm", "From", axis, "95 % interval", "n"],
            [.. lines.SelectMany(line => line.Bins.Select(bin => Row(line, bin.Bin, bin.Mean, time, scale)))]);
    }

    private static IReadOnlyList<(double X, Estimate Estimate)> Points(Line line, Scale time) =>
        [.. line.Bins.Select(bin => ((bin.Bin + 0.5) * line.Width * time.Factor, bin.Mean))];

    private static string[] Row(Line line, int bin, Estimate estimate, Scale time, Scale scale)
    {
        string start = string.Create(CultureInfo.InvariantCulture, $"{bin * line.Width * time.Factor:G6} {time.Name}");
        string interval = estimate is { Lower: { } lower, Upper: { } upper }
            ? $"{Text(lower, scale)} to {Text(upper, scale)}"
            : "no interval";
        return [line.Arm, start, Text(estimate.Value, scale), interval, Wording.Count(estimate.N)];
    }

    private static string Text(double value, Scale scale) =>
        (value * scale.Factor).ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−');

    private sealed record Line(string Arm, ArmShape Shape, IReadOnlyList<(int Bin, Estimate Mean)> Bins)
    {
        public double Width => Shape.BinWidth.TotalSeconds;
    }
}
