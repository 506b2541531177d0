using System.Globalization;

namespace Simulator.Reporting;

/// <summary>What was real, what was modelled, and how anyone gets the same result again.</summary>
internal static class ReportProvenance
{
    private const string Promise = "The same scenario, seed and facts give the same digest on any machine. "
        + "Every figure on this page can be computed again from run.sqlite beside it.";

    public static void Write(HtmlText html, RunSummary summary)
    {
        WriteFidelity(html, summary.Description);
        WriteAgain(html, summary.Description, Pairs(summary), Promise);
    }

    public static void WriteFidelity(HtmlText html, RunDescription run) =>
        html.Raw("<section aria-labelledby=\"real-title\">")
            .Raw("<h2 id=\"real-title\">What is real and what is modelled</h2>")
            .Table(
                "Fidelity",
                ["Part", "Treated as", "Meaning"],
                run.Fidelity.Select(part => new[] { part.Part, part.Kind, part.Note }))
            .Raw("</section>");

    /// <param name="html">The page.</param>
    /// <param name="run">The run or experiment.</param>
    /// <param name="identity">What it is known by.</param>
    /// <param name="promise">What whoever repeats it may expect.</param>
    public static void WriteAgain(
        HtmlText html, RunDescription run, IEnumerable<IReadOnlyList<string>> identity, string promise)
    {
        html.Raw("<section aria-labelledby=\"again-title\">")
            .Raw("<h2 id=\"again-title\">How to get this result again</h2>")
            .Element("pre", run.Command)
            .Table("Identity of the run", ["What", "Value"], identity)
            .Element("p", promise, "note");
        if (run.Libraries.Count > 0)
        {
            html.Raw("<details class=\"paper\"><summary>Libraries the result depends on</summary>")
                .Table(
                    "Libraries",
                    ["Library", "Version"],
                    run.Libraries.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                        .Select(pair => new[] { pair.Key, pair.Value }))
                .Raw("</details>");
        }

        html.Raw("<details class=\"paper\"><summary>The resolved scenario</summary>").Element("pre", run.ResolvedYaml)
            .Raw("</details></section>");
    }

    private static IEnumerable<IReadOnlyList<string>> Pairs(RunSummary summary)
    {
        RunDescription run = summary.Description;
        yield return ["Scenario", $"{run.Scenario} (SHA-256 {run.ScenarioHash})"];
        yield return ["Seed, replication", string.Create(
            CultureInfo.InvariantCulture, $"{run.Seed}, {run.Replication}")];
        yield return ["Digest", summary.Result.Digest];
        yield return ["Facts", summary.Result.Facts];
        yield return ["Messages handled", Wording.Count(summary.Result.Events)];
        yield return ["Ended", $"{SummaryJson.NameOf(summary.Result.Completion)} at {summary.Result.End}"];
        yield return ["Observations kept", "all of them, in run.sqlite"];
    }
}
