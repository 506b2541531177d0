using System.Globalization;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>The top of the page: the question, and the run in one line.</summary>
internal static class ReportHead
{
    public static void Write(HtmlText html, RunSummary summary)
    {
        RunDescription run = summary.Description;
        html.Raw("<header>")
            .Element("p", run.Scenario, "eyebrow")
            .Element("h1", run.Question)
            .Element("p", Line(summary), "lead");
        if (summary.Result.Completion == RunCompletion.Interrupted)
        {
            string when = $"This run was interrupted after {summary.Result.End} of {run.Duration}";
            html.Element("p", when + "; everything below is about that part only.", "warning");
        }

        if (summary.WarmUp is { } warmUp)
        {
            html.Element("p", warmUp.Sentence, "note");
        }

        html.Raw("</header>");
    }

    private static string Line(RunSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Happened(summary)}; "
        + $"seed {summary.Description.Seed}, replication {summary.Description.Replication}.");

    private static string Happened(RunSummary summary) => summary.IsEconomy
        ? $"An economy over {Asking(summary)}, epoch by epoch"
        : $"{Wording.Count(summary.Requests.Issued)} requests asked in {Asking(summary)} of simulated time{Drain(summary)}";

    private static string Asking(RunSummary summary) =>
        Text(SimDuration.Min(summary.Description.Duration, summary.Result.End - SimTime.Start));

    private static string Drain(RunSummary summary)
    {
        SimDuration drain = summary.Result.End - SimTime.Start - summary.Description.Duration;
        return drain > SimDuration.Zero ? $", then {Text(drain)} to finish and settle" : string.Empty;
    }

    private static string Text(SimDuration span)
    {
        bool whole = span.Nanoseconds % SimDuration.NanosecondsPerSecond == 0;
        return whole ? span.ToString() : Wording.Seconds(span.TotalSeconds);
    }
}
