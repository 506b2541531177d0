using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>What theory says beside what was measured: estimates over all arms, then figures arm by arm.</summary>
internal static class ExperimentReportClosedForms
{
    private static readonly string[] Columns =
        ["Where", "Closed form", "Measured", "95 % interval", "n", "Covered", "Half-width"];

    public static void Write(HtmlText html, ExperimentSummary summary)
    {
        ExperimentEstimate[] estimates = [.. summary.Estimates.Where(estimate => estimate.ClosedForm is not null)];
        if (estimates.Length == 0 && summary.ClosedForms.Count == 0)
        {
            return;
        }

        html.Raw("<section aria-labelledby=\"closed-forms-title\">")
            .Raw("<h2 id=\"closed-forms-title\">Closed forms beside what was measured</h2>");
        foreach (ExperimentEstimate estimate in estimates)
        {
            string title = $"{estimate.Key} at which {estimate.Curve} crosses zero";
            WriteHead(html, title, estimate.ClosedForm!.Formula, estimate.ClosedForm.Derivation);
            html.Table(
                title, Columns, [Row("all arms", estimate.ClosedForm.Value, estimate.Estimate, estimate.Unit)], firstNumeric: 1);
        }

        foreach (ExperimentClosedForm form in summary.ClosedForms)
        {
            WriteHead(html, form.Figure, form.Formula, form.Derivation);
            html.Table(
                form.Figure, Columns, summary.Arms.Take(ArmSample.Rows).Select(arm => Row(form, arm)), firstNumeric: 1);
        }

        html.Element(
                "p",
                "Covered: the closed form lies inside the interval. The half-width is in per cent of the closed form. Of twenty "
                    + "intervals of 95 % one misses the truth on average.",
                "note")
            .Raw("</section>");
    }

    private static void WriteHead(HtmlText html, string title, string formula, string? derivation)
    {
        html.Element("h3", title).Element("code", formula);
        if (derivation is not null)
        {
            html.Element("p", Wording.Sentence(derivation.TrimEnd('.')), "reading");
        }
    }

    private static string[] Row(ExperimentClosedForm form, ArmSummary arm)
    {
        ArmFigure? figure = form.Measured(arm);
        return Row(arm.Label, form.Values[arm.Arm], figure?.Estimate, figure?.Unit ?? MetricUnit.Count);
    }

    private static string[] Row(string where, double? closedForm, Estimate? measured, MetricUnit unit)
    {
        string expected = closedForm is { } value ? ValueText(value, unit) : "–";
        if (measured is null)
        {
            return [where, expected, "–", "nothing observed", "0", "–", "–"];
        }

        (string shown, string interval) = Wording.Figure(measured, unit);
        ClosedFormMatch? match = closedForm is { } theory ? new ClosedFormMatch(theory, measured) : null;
        string covered = match is null || !measured.HasInterval ? "–" : match.IsCovered ? "✓ yes" : "✗ no";
        return [where, expected, shown, interval, Wording.Count(measured.N), covered, match?.WidthText() ?? "–"];
    }

    private static string ValueText(double value, MetricUnit unit) => Wording.Figure(Estimate.Exact(value, 1), unit).Value;
}
