namespace Simulator.Reporting;

/// <summary>How the hashes of answers reached the inference chain; nothing in a world without one.</summary>
internal static class ReportEvidence
{
    private static readonly (string Expression, string Title)[] Rows =
    [
        ("evidence.queued", "Jobs queued"),
        ("evidence.batched", "Settled in a batch"),
        ("evidence.individual", "Settled individually"),
        ("evidence.failed", "Given up"),
        ("evidence.lost", "Lost in a crash"),
        ("evidence.open", "Still open at the end"),
        ("evidence.refused", "Reports refused"),
        ("evidence.private", "Kept private"),
        ("evidence.batches_returned", "Batches that had to wait again"),
        ("evidence.transactions", "Transactions on chain"),
        ("p50(evidence.delay)", "Median time from answer to chain"),
        ("p99(evidence.delay)", "99th percentile from answer to chain"),
        ("mean(evidence.batch_size)", "Mean answers in a batch"),
        ("mean(evidence.gas)", "Mean gas of an answer"),
    ];

    public static void Write(HtmlText html, RunSummary summary)
    {
        if (summary.Figure(Rows[0].Expression) is null)
        {
            return;
        }

        html.Raw("<section aria-labelledby=\"evidence-title\">")
            .Raw("<h2 id=\"evidence-title\">How evidence reached the chain</h2>")
            .Table("Evidence", ["What", "Value", "n"], Rows.SelectMany(row => Row(summary, row.Expression, row.Title)),
                firstNumeric: 1);
        if (summary.EvidenceFailures.Count > 0)
        {
            html.Element("h3", "Why jobs were given up").Table(
                "Why jobs were given up",
                ["Name", "Jobs"],
                summary.EvidenceFailures.OrderByDescending(reason => reason.Value)
                    .Select(reason => new[] { reason.Key, Wording.Count(reason.Value) }),
                firstNumeric: 1);
        }

        html.Raw("</section>");
    }

    private static IEnumerable<string[]> Row(RunSummary summary, string expression, string title)
    {
        if (summary.Figure(expression) is { Estimate: { } estimate } figure)
        {
            (string value, _) = Wording.Figure(estimate, figure.Unit);
            yield return [title, value, Wording.Count(estimate.N)];
        }
    }
}
