namespace Simulator.Reporting;

/// <summary>Judges that had nothing to judge: named in one sentence, because a row for each would hide the others.</summary>
internal static class IdleJudges
{
    public static bool IsIdle(Verdict verdict) =>
        verdict is { OfJudge: true, Outcome: VerdictOutcome.Pass, Estimate.N: 0 };

    public static void Write(HtmlText html, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            html.Element(
                "p", $"Nothing of their kind happened for {Wording.Count(names.Count)} judges: {string.Join(", ", names)}.", "note");
        }
    }
}
