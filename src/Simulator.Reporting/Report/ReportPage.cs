using System.Globalization;
using System.Text.Json.Nodes;

namespace Simulator.Reporting;

/// <summary>
/// <c>report.html</c>: one file that a person opens, reads from the top and can hand on. It needs no network.
/// </summary>
internal sealed class ReportPage(RunSummary summary, IReadOnlyList<Chart> charts)
{
    private readonly HtmlText html = new();

    public string Html()
    {
        html.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">")
            .Element("title", $"{summary.Description.Scenario} · opgsim")
            .Raw($"<style>\n{ChartPackages.Read("report.css", string.Empty)}</style>\n</head>\n<body>\n<main>");
        ReportHead.Write(html, summary);
        ReportVerdicts.Write(html, summary);
        ReportFigures.Write(html, summary);
        WriteCharts();
        ReportMoney.Write(html, summary);
        ReportEvidence.Write(html, summary);
        ReportFraud.Write(html, summary);
        ReportRefusals.Write(html, summary);
        ReportProvenance.Write(html, summary);
        html.Raw("</main>");
        WriteScripts();
        return html.Raw("</body>\n</html>").ToString();
    }

    private void WriteCharts()
    {
        html.Raw("<section id=\"charts\" aria-labelledby=\"charts-title\">").Raw("<h2 id=\"charts-title\">Charts</h2>");
        bool drawable = ChartPackages.ECharts is not null;
        if (!drawable)
        {
            const string Why = "This build came without the chart library, because npm was not there; "
                + "the tables hold the data.";
            html.Element("p", Why, "note");
        }

        foreach (Chart chart in charts)
        {
            WriteChart(chart, drawable);
        }

        html.Raw("</section>");
    }

    private void WriteChart(Chart chart, bool drawable)
    {
        html.Raw("<figure>").Element("h3", chart.Title).Element("p", chart.Reading, "reading");
        if (drawable)
        {
            string words = HtmlText.Escape(chart.Title + ". " + chart.Reading);
            string height = chart.Height.ToString(CultureInfo.InvariantCulture);
            html.Raw($"<div class=\"chart\" id=\"chart-{chart.Name}\" style=\"height:{height}px\" role=\"img\"")
                .Raw($"aria-label=\"{words}\"></div>");
        }

        html.Raw("<details><summary>The same as a table</summary>")
            .Table(chart.Title, chart.Columns, chart.Rows, firstNumeric: chart.Name == "flows" ? 3 : 1)
            .Raw("</details></figure>");
    }

    private void WriteScripts()
    {
        if (ChartPackages.ECharts is not { } library)
        {
            return;
        }

        JsonObject options = [];
        foreach (Chart chart in charts)
        {
            options[chart.Name] = chart.Option.DeepClone();
        }

        JsonObject data = new() { ["light"] = ChartTheme.Light(), ["dark"] = ChartTheme.Dark(), ["charts"] = options };
        html.Raw("<script type=\"application/json\" id=\"chart-data\">" + data.ToJsonString() + "</script>")
            .Raw("<script>" + library.Replace("</script", "<\\/script", StringComparison.Ordinal) + "</script>")
            .Raw("<script>\n" + ChartPackages.Read("report.js", string.Empty) + "</script>");
    }
}
