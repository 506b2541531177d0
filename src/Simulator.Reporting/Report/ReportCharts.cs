using System.Globalization;
using System.Text.Json.Nodes;

namespace Simulator.Reporting;

/// <summary>Charts in a report: drawn by the browser, each with its table, and the scripts at the page's end.</summary>
internal static class ReportCharts
{
    public static void Write(HtmlText html, IReadOnlyList<Chart> charts)
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
            Write(html, chart, drawable);
        }

        html.Raw("</section>");
    }

    /// <summary>Library, definitions and the script that draws; nothing where the library is not there.</summary>
    public static void WriteScripts(HtmlText html, IReadOnlyList<Chart> charts)
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

    private static void Write(HtmlText html, Chart chart, bool drawable)
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
            .Table(chart.Title, chart.Columns, chart.Rows, firstNumeric: chart.Name.StartsWith("flows", StringComparison.Ordinal) ? 3 : 1)
            .Raw("</details></figure>");
    }
}
