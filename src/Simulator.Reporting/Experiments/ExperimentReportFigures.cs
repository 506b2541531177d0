using System.Globalization;

namespace Simulator.Reporting;

/// <summary>Every figure over the arms: first those that the scenario asks for, then all the others.</summary>
internal static class ExperimentReportFigures
{
    private const int MostRows = 6_000;
    private const double SmallestShown = 0.000_1;

    private static readonly string[] Plain = ["Arm", "Value", "95 % interval", "n"];

    private static readonly string[] Compared =
        [.. Plain, "Less the first", "95 % interval", "p", "Real", "Cut by"];

    public static void Write(HtmlText html, ExperimentSummary summary)
    {
        IReadOnlyList<string> asked = ArmSample.Figures(summary);
        string[] others = summary.Arms.Count == 0
            ? []
            : [.. summary.Arms[0].Figures.Select(figure => figure.Name).Except(asked, StringComparer.Ordinal)];
        html.Raw("<section aria-labelledby=\"figures-title\">").Raw("<h2 id=\"figures-title\">Figures</h2>");
        foreach (string figure in asked)
        {
            html.Element("h3", figure);
            Write(html, summary, figure);
        }

        html.Element("p", Note(summary), "note");
        int shown = Math.Clamp(MostRows / Math.Clamp(summary.Arms.Count, 1, ArmSample.Rows), 1, Math.Max(1, others.Length));
        html.Raw("<details class=\"paper\"><summary>All other figures</summary>");
        foreach (string figure in others.Take(shown))
        {
            html.Element("h3", figure);
            Write(html, summary, figure);
        }

        html.Raw("</details>");

        if (others.Length > shown)
        {
            html.Element("p", $"{Wording.Count(others.Length - shown)} more figures are in summary.json and runs.csv.", "note");
        }

        html.Raw("</section>");
    }

    private static void Write(HtmlText html, ExperimentSummary summary, string figure)
    {
        bool isCompared = summary.Arms.Any(arm => arm.Differences.Count > 0);
        html.Table(
            figure,
            isCompared ? Compared : Plain,
            summary.Arms.Take(ArmSample.Rows).Select(arm => Row(arm, figure, isCompared)),
            firstNumeric: 1);
    }

    private static string[] Row(ArmSummary arm, string name, bool isCompared)
    {
        ArmFigure figure = arm.Figures.First(candidate => candidate.Name == name);
        string[] own = [arm.Label, "–", "nothing observed", "0"];
        if (figure.Estimate is { } estimate)
        {
            (string value, string interval) = Wording.Figure(estimate, figure.Unit);
            string n = Wording.Count(estimate.N);
            string missing = figure.Missing == 0 ? n : $"{n} ({Wording.Count(figure.Missing)} observed nothing)";
            own = [arm.Label, value, interval, missing];
        }

        FigureDifference? difference = arm.Differences.FirstOrDefault(candidate => candidate.Name == name);
        return isCompared ? [.. own, .. Cells(difference)] : own;
    }

    private static string[] Cells(FigureDifference? difference)
    {
        if (difference is null)
        {
            return ["", "", "", "", ""];
        }

        (string value, string interval) = Wording.Figure(difference.Difference, difference.Unit);
        string p = difference.PValue is { } number ? ProbabilityText(number) : "–";
        string cut = difference.VarianceReduction is { } factor
            ? factor.Value.ToString("#,0.##", CultureInfo.InvariantCulture) + " ×"
            : "–";
        return [value, interval, p, difference.IsReal ? "✓ yes" : "no", cut];
    }

    private static string ProbabilityText(double p) =>
        p < SmallestShown ? "< 0.0001" : p.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Note(ExperimentSummary summary)
    {
        const string Interval = "Values are means over replications with Student-t intervals; n counts replications.";
        return summary.Arms.All(arm => arm.Differences.Count == 0)
            ? Interval
            : Interval + " Differences are taken replication by replication, because arms share their luck; p is corrected over the "
                + "arms by Holm's rule. The last column says by which factor shared luck shrank the variance of the difference.";
    }
}
