using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>Verdicts, before anything else; and what the judges found, violations in full.</summary>
internal static class ReportVerdicts
{
    public static void Write(HtmlText html, RunSummary summary)
    {
        html.Raw("<section aria-labelledby=\"verdicts-title\">").Raw("<h2 id=\"verdicts-title\">Verdicts</h2>");
        if (summary.Verdicts.Count == 0)
        {
            html.Element("p", "The scenario asks for no verdict.", "note");
        }
        else
        {
            html.Raw("<ul class=\"verdicts\">");
            foreach (Verdict verdict in summary.Verdicts.Where(verdict => !IdleJudges.IsIdle(verdict)))
            {
                Write(html, verdict);
            }

            html.Raw("</ul>");
            IdleJudges.Write(html, [.. summary.Verdicts.Where(IdleJudges.IsIdle).Select(verdict => verdict.Expression)]);
        }

        WriteJudges(html, summary.Result.Checkers);
        html.Raw("</section>");
    }

    private static void Write(HtmlText html, Verdict verdict)
    {
        string name = SummaryJson.NameOf(verdict.Outcome);
        html.Raw($"<li class=\"verdict {name}\"><span class=\"badge\">{Mark(verdict.Outcome)} {name}</span>")
            .Raw("<div>")
            .Element("code", verdict.Expression)
            .Element("p", Measured(verdict), "measured");
        if (!verdict.OfJudge || verdict.Outcome != VerdictOutcome.Pass)
        {
            html.Element("p", Wording.Sentence(verdict.Note), "reading");
        }

        html.Raw("</div></li>");
    }

    // The sign as well as the colour: not everyone tells green from red.
    internal static string Mark(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Pass => "✓",
        VerdictOutcome.Fail => "✗",
        VerdictOutcome.Inconclusive => "?",
        VerdictOutcome.Unset => throw Invariant.Unreachable(outcome),
    };

    internal static string Measured(Verdict verdict)
    {
        if (verdict.Estimate is not { } estimate)
        {
            return "nothing measured";
        }

        (string value, string interval) = Wording.Figure(estimate, verdict.Unit);
        return verdict.OfJudge
            ? $"{value} violations in {Wording.Count(estimate.N)} judged"
            : $"{value} ({interval}), n = {Wording.Count(estimate.N)}";
    }

    private static void WriteJudges(HtmlText html, IReadOnlyList<CheckerFinding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        html.Raw("<details class=\"paper\"><summary>What the independent judges found</summary>")
            .Table(
                "Findings of the judges",
                ["Rule", "Holds", "Judged", "Violations"],
                findings.Select(Row),
                firstNumeric: 2)
            .Raw("</details>");
        foreach (CheckerFinding finding in findings.Where(finding => !finding.Holds))
        {
            WriteViolations(html, finding);
        }
    }

    private static string[] Row(CheckerFinding finding) =>
    [
        finding.Checker,
        finding.Holds ? "✓ yes" : "✗ no",
        Wording.Count(finding.Checked),
        Wording.Count(finding.ViolationCount),
    ];

    private static void WriteViolations(HtmlText html, CheckerFinding finding)
    {
        string shown = Wording.Count(finding.Violations.Count);
        html.Raw("<details open>")
            .Element("summary", $"{finding.Checker}: {shown} of {Wording.Count(finding.ViolationCount)} violations")
            .Table(
                $"Violations of {finding.Checker}",
                ["When", "Whose", "What"],
                finding.Violations.Select(
                    violation => new[] { violation.At.ToString(), violation.Subject, violation.Description }))
            .Raw("</details>");
    }
}
