using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Six figures to remember, then all of them with interval, n and method.</summary>
internal static class ReportFigures
{
    private static readonly (string Expression, string Title)[] Keys =
    [
        ("share(requests.accepted)", "Requests accepted"),
        ("mean(throughput.accepted)", "Answers per second"),
        ("p50(latency.end_to_end)", "Median latency"),
        ("p99(latency.end_to_end)", "99th percentile latency"),
        ("mean(price)", "Mean price of an answer"),
        ("settled", "Settled on chain"),
        ("share(evidence.settled)", "Answers with evidence on chain"),
    ];

    private static readonly (string Expression, string Title)[] EconomyKeys =
    [
        ("economy.served", "Served of what was wanted"),
        ("mean(economy.inference_price)", "Mean price of a request"),
        ("mean(economy.price)", "Mean price of OPG"),
        ("economy.volatility", "Its volatility, per √year"),
        ("mean(economy.load)", "Mean load of nodes"),
        ("mean(economy.security_budget)", "Mean security budget per day"),
    ];

    /// <summary>The figures to remember, as verdicts write them.</summary>
    public static IEnumerable<string> KeyNames => Keys.Concat(EconomyKeys).Select(key => key.Expression);

    public static void Write(HtmlText html, RunSummary summary)
    {
        html.Raw("<section aria-labelledby=\"figures-title\">").Raw("<h2 id=\"figures-title\">Key figures</h2>").Raw(
            "<dl class=\"cards\">");
        foreach ((string expression, string title) in summary.IsEconomy ? EconomyKeys : Keys)
        {
            if (summary.Figure(expression) is { Estimate: { } estimate } figure)
            {
                WriteCard(html, title, estimate, figure.Unit);
            }
        }

        html.Raw("</dl>")
            .Element("p", "Intervals hold the true value of the simulated system in 95 of 100 runs with other seeds. "
                + "Rates are over the time in which users ask, shares over all requests that ended.",
                "note")
            .Raw("<details class=\"paper\"><summary>All figures</summary>")
            .Table("All figures", ["Figure", "Value", "95 % interval", "n", "Method"], summary.Figures.Select(Row))
            .Raw("</details></section>");
    }

    private static void WriteCard(HtmlText html, string title, Estimate estimate, MetricUnit unit)
    {
        (string value, string interval) = Wording.Figure(estimate, unit);
        html.Raw("<div>")
            .Element("dt", title)
            .Element("dd", value, "value")
            .Element("dd", $"{interval} · n = {Wording.Count(estimate.N)}", "reading")
            .Raw("</div>");
    }

    private static string[] Row(MeasureResult figure)
    {
        string name = figure.Question.ToString();
        if (figure.Estimate is not { } estimate)
        {
            return [name, "–", figure.Problem ?? "nothing observed", "0", string.Empty];
        }

        (string value, string interval) = Wording.Figure(estimate, figure.Unit);
        return [name, value, interval, Wording.Count(estimate.N), estimate.Method];
    }
}
