using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>End-to-end latency of accepted answers: histogram, cumulative share, and the usual percentiles.</summary>
internal static class LatencyChart
{
    private const int AboutBins = 50;
    private const int TopOfPlot = 92;
    private static readonly int[] Percents = [50, 95, 99];

    public static Chart? Of(Measures measures)
    {
        if (measures.EndToEnd.Count == 0)
        {
            return null;
        }

        EmpiricalDistribution spans = measures.EndToEnd.Distribution();
        double p99 = spans.Quantile(new Ratio(99, 100));
        double maximum = measures.EndToEnd.Maximum;
        double shown = Math.Max(maximum <= 2 * p99 ? maximum : 1.5 * p99, 1e-6);
        Scale scale = Wording.ScaleOfSeconds(shown);
        Histogram histogram = Histogram.Of(spans, shown * scale.Factor, scale.Factor);
        return new Chart(
            "latency",
            "How long answers take",
            Reading(spans.Count - histogram.Inside, histogram, scale),
            Option(measures.EndToEnd, spans, histogram, scale),
            ["From", "To", "Answers", "Share up to here"],
            [.. histogram.Rows(scale.Name, spans.Count)]);
    }

    private static string Reading(long beyond, Histogram histogram, Scale scale)
    {
        const string Text = "From the user's decision to ask until the answer is accepted. "
            + "Bars count answers; the line is the share that took no longer. "
            + "Dashed: percentiles, with their 95 % intervals shaded.";
        string end = histogram.End.ToString("G6", CultureInfo.InvariantCulture);
        string all = $"{Text} n = {Wording.Count(histogram.Inside + beyond)}.";
        return beyond == 0
            ? all
            : $"{all} {Wording.Count(beyond)} answers beyond {end} {scale.Name} are not drawn; the figures count them.";
    }

    private static JsonObject Option(
        ObservationSeries series, EmpiricalDistribution spans, Histogram histogram, Scale scale)
    {
        JsonObject time = ChartParts.ValueAxis($"End-to-end latency ({scale.Name})", horizontal: true);
        time["min"] = 0;
        JsonObject counts = ChartParts.ValueAxis($"Answers per {histogram.WidthText} {scale.Name}", horizontal: false);
        JsonObject shares = ChartParts.ValueAxis("Share of answers (%)", horizontal: false);
        (shares["min"], shares["max"], shares["splitLine"]) = (0, 100, new JsonObject { ["show"] = false });
        JsonObject bars = ChartParts.Steps("Answers", histogram.Points(), 0.45);
        bars["markLine"] = Marks(spans, scale);
        bars["markArea"] = Intervals(series, scale);
        return new JsonObject
        {
            ["grid"] = ChartParts.Grid(top: TopOfPlot),
            ["legend"] = ChartParts.Legend(),
            ["tooltip"] = new JsonObject { ["trigger"] = "axis" },
            ["xAxis"] = time,
            ["yAxis"] = new JsonArray(counts, shares),
            ["series"] = new JsonArray(bars, Cumulative(histogram, spans.Count)),
            ["media"] = ChartParts.Media(
                new JsonObject { ["grid"] = ChartParts.NarrowGrid(TopOfPlot, left: 56, right: 56), ["yAxis"] = NameGaps(40) },
                new JsonObject { ["grid"] = ChartParts.Grid(TopOfPlot), ["yAxis"] = NameGaps(56) }),
        };
    }

    private static JsonArray NameGaps(int gap) =>
        [new JsonObject { ["nameGap"] = gap }, new JsonObject { ["nameGap"] = gap }];

    private static JsonObject Intervals(ObservationSeries series, Scale scale)
    {
        JsonArray areas = [];
        foreach (int percent in Percents)
        {
            Estimate estimate = series.Quantile(new Ratio(percent, 100));
            if (estimate is { Lower: { } lower, Upper: { } upper })
            {
                areas.Add(new JsonArray(
                    new JsonObject { ["xAxis"] = ChartParts.Short(lower * scale.Factor) },
                    new JsonObject { ["xAxis"] = ChartParts.Short(upper * scale.Factor) }));
            }
        }

        return new JsonObject
        {
            ["silent"] = true,
            ["itemStyle"] = new JsonObject { ["color"] = "#7c8594", ["opacity"] = 0.22 },
            ["data"] = areas,
        };
    }

    private static JsonObject Cumulative(Histogram histogram, long count) => new()
    {
        ["name"] = "Share up to here (%)",
        ["type"] = "line",
        ["yAxisIndex"] = 1,
        ["symbol"] = "none",
        ["lineStyle"] = new JsonObject { ["width"] = 2 },
        ["data"] = histogram.CumulativePoints(count),
    };

    private static JsonObject Marks(EmpiricalDistribution spans, Scale scale)
    {
        JsonArray marks = [];
        int level = 0;
        foreach (int percent in Percents)
        {
            double value = spans.Quantile(new Ratio(percent, 100));
            string text = $"p{percent.ToString(CultureInfo.InvariantCulture)}  {Wording.Seconds(value)}";
            marks.Add(new JsonObject
            {
                ["xAxis"] = ChartParts.Short(value * scale.Factor),
                ["label"] = new JsonObject { ["formatter"] = text, ["distance"] = 4 + (level++ * 14) },
            });
        }

        return new JsonObject
        {
            ["symbol"] = "none",
            ["silent"] = true,
            ["lineStyle"] = new JsonObject { ["type"] = "dashed", ["width"] = 1 },
            ["data"] = marks,
        };
    }

    /// <summary>Equal bins from zero in the chart's unit.</summary>
    private sealed record Histogram(double Width, long[] Counts)
    {
        public double End => Width * Counts.Length;

        public string WidthText => Width.ToString("G6", CultureInfo.InvariantCulture);

        public long Inside => Counts.Sum();

        public static Histogram Of(EmpiricalDistribution spans, double shown, double factor)
        {
            double width = NiceStep(shown / AboutBins);
            int bins = (int)Math.Ceiling(Math.Round(shown / width, 9));
            long[] counts = new long[bins];
            long before = 0;
            for (int i = 0; i < bins; i++)
            {
                long upTo = spans.CountAtOrBelow(width * (i + 1) / factor);
                counts[i] = upTo - before;
                before = upTo;
            }

            return new Histogram(width, counts);
        }

        public JsonArray Points()
        {
            JsonArray points = [ChartParts.Point(0, Counts[0])];
            for (int i = 0; i < Counts.Length; i++)
            {
                points.Add(ChartParts.Point(Width * (i + 1), Counts[i]));
            }

            return points;
        }

        public JsonArray CumulativePoints(long count)
        {
            JsonArray points = [ChartParts.Point(0, 0)];
            long before = 0;
            for (int i = 0; i < Counts.Length; i++)
            {
                before += Counts[i];
                points.Add(ChartParts.Point(Width * (i + 1), 100.0 * before / count));
            }

            return points;
        }

        public IEnumerable<IReadOnlyList<string>> Rows(string unit, long count)
        {
            long before = 0;
            for (int i = 0; i < Counts.Length; i++)
            {
                before += Counts[i];
                yield return
                [
                    string.Create(CultureInfo.InvariantCulture, $"{Width * i:G6} {unit}"),
                    string.Create(CultureInfo.InvariantCulture, $"{Width * (i + 1):G6} {unit}"),
                    Wording.Count(Counts[i]),
                    string.Create(CultureInfo.InvariantCulture, $"{100.0 * before / count:0.0} %"),
                ];
            }
        }

        private static double NiceStep(double least)
        {
            double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
            double ratio = least / power;
            return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 2.5 ? 2.5 : ratio <= 5 ? 5 : 10);
        }
    }
}
