namespace Simulator.Reporting;

/// <summary>Verdicts of an experiment, before anything else: each over all its arms, then arm by arm.</summary>
internal static class ExperimentReportVerdicts
{
    public static void Write(HtmlText html, ExperimentSummary summary)
    {
        html.Raw("<section aria-labelledby=\"verdicts-title\">")
            .Raw("<h2 id=\"verdicts-title\">Verdicts</h2>")
            .Raw("<ul class=\"verdicts\">");
        foreach (ExperimentVerdict verdict in summary.Verdicts.Where(verdict => !IsIdle(verdict)))
        {
            Write(html, summary, verdict);
        }

        html.Raw("</ul>");
        IdleJudges.Write(html, [.. summary.Verdicts.Where(IsIdle).Select(verdict => verdict.Expression)]);
        if (summary.Family > 1)
        {
            html.Element(
                "p",
                $"{Wording.Count(summary.Family)} figures are held against bounds together, by Holm's rule: the chance that any of "
                    + "them is decided wrongly is at most 5 %. Intervals shown are those of each figure alone.",
                "note");
        }

        html.Raw("</section>");
    }

    private static bool IsIdle(ExperimentVerdict verdict) =>
        verdict.Arms.Count > 0 && verdict.Arms.All(arm => IdleJudges.IsIdle(arm.Verdict));

    private static void Write(HtmlText html, ExperimentSummary summary, ExperimentVerdict verdict)
    {
        string name = SummaryJson.NameOf(verdict.Outcome);
        html.Raw($"<li class=\"verdict {name}\"><span class=\"badge\">{ReportVerdicts.Mark(verdict.Outcome)} {name}</span>")
            .Raw("<div>")
            .Element("code", verdict.Expression)
            .Element("p", InShort(summary, verdict), "measured");
        bool isPlain = verdict.Arms.All(arm => arm.Verdict.OfJudge) && verdict.Outcome == VerdictOutcome.Pass;
        if (verdict.Arms.Count > 1 && !isPlain)
        {
            string open = verdict.Outcome == VerdictOutcome.Pass ? "" : " open";
            html.Raw($"<details{open}><summary>Arm by arm</summary>")
                .Table(
                    verdict.Expression,
                    ["Arm", "Outcome", "Measured", "Why"],
                    verdict.Arms.Take(ArmSample.Rows).Select(arm => Row(summary, arm.Arm, arm.Verdict)))
                .Raw("</details>");
        }
        else if (verdict.Arms.Count == 1 && !isPlain)
        {
            html.Element("p", Wording.Sentence(verdict.Arms[0].Verdict.Note), "reading");
        }

        html.Raw("</div></li>");
    }

    private static string InShort(ExperimentSummary summary, ExperimentVerdict verdict)
    {
        if (verdict.Arms.Count == 0)
        {
            return "its condition holds in no arm";
        }

        if (verdict.Arms.Count == 1)
        {
            string where = verdict.Arms[0].Arm is { } arm && summary.Arms.Count > 1 ? $"{summary.Arms[arm].Label}: " : "";
            return where + ReportVerdicts.Measured(verdict.Arms[0].Verdict);
        }

        if (verdict.Arms.All(arm => arm.Verdict is { OfJudge: true, Outcome: VerdictOutcome.Pass }))
        {
            long judged = verdict.Arms.Sum(arm => arm.Verdict.Estimate?.N ?? 0);
            return $"0 violations in {Wording.Count(judged)} judged, in {Wording.Count(verdict.Arms.Count)} arms";
        }

        IEnumerable<string> counts = verdict.Arms.GroupBy(arm => arm.Verdict.Outcome).OrderBy(group => group.Key)
            .Select(group => $"{SummaryJson.NameOf(group.Key)} in {Wording.Count(group.Count())}");
        return $"{string.Join(", ", counts)} of {Wording.Count(verdict.Arms.Count)} arms";
    }

    private static string[] Row(ExperimentSummary summary, int? arm, Verdict verdict) =>
    [
        arm is { } number ? summary.Arms[number].Label : "all",
        $"{ReportVerdicts.Mark(verdict.Outcome)} {SummaryJson.NameOf(verdict.Outcome)}",
        ReportVerdicts.Measured(verdict),
        Wording.Sentence(verdict.Note),
    ];
}
