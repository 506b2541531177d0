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

        html.Raw("</header>");
    }

    private static string Line(RunSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Wording.Count(summary.Requests.Issued)} requests in {Simulated(summary)} of simulated time, "
        + $"seed {summary.Description.Seed}, replication {summary.Description.Replication}.");

    private static string Simulated(RunSummary summary)
    {
        SimDuration span = summary.Result.End - SimTime.Start;
        bool whole = span.Nanoseconds % SimDuration.NanosecondsPerSecond == 0;
        return whole ? span.ToString() : Wording.Seconds(span.TotalSeconds);
    }
}
