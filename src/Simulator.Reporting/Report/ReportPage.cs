namespace Simulator.Reporting;

/// <summary>
/// <c>report.html</c>: one file that a person opens, reads from the top and can hand on. It needs no network.
/// </summary>
internal sealed class ReportPage(RunSummary summary, IReadOnlyList<Chart> charts)
{
    private readonly HtmlText html = new();

    public string Html()
    {
        Begin(html, summary.Description.Scenario);
        ReportHead.Write(html, summary);
        ReportVerdicts.Write(html, summary);
        ReportFigures.Write(html, summary);
        ReportCharts.Write(html, charts);
        ReportMoney.Write(html, summary);
        ReportEvidence.Write(html, summary);
        ReportFraud.Write(html, summary);
        ReportRefusals.Write(html, summary);
        ReportProvenance.Write(html, summary);
        html.Raw("</main>");
        ReportCharts.WriteScripts(html, charts);
        return html.Raw("</body>\n</html>").ToString();
    }

    /// <summary>The document up to its first section.</summary>
    public static void Begin(HtmlText html, string name) =>
        html.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">")
            .Element("title", $"{name} · opgsim")
            .Raw($"<style>\n{ChartPackages.Read("report.css", string.Empty)}</style>\n</head>\n<body>\n<main>");
}
