using System.Globalization;

namespace Simulator.Reporting;

/// <summary>What was made of the observations, as rows beside them.</summary>
internal static class ResultRows
{
    public static void Write(RunStore store, RunSummary summary)
    {
        WriteRun(store, summary);
        WriteMetrics(store, summary.Figures);
        WriteVerdicts(store, summary.Verdicts);
        WriteCheckers(store, summary.Result.Checkers);
    }

    private static void WriteRun(RunStore store, RunSummary summary)
    {
        RunDescription run = summary.Description;
        store.Describe("schema", Schema.Version.ToString(CultureInfo.InvariantCulture));
        store.Describe("scenario", run.Scenario);
        store.Describe("question", run.Question);
        store.Describe("scenario_sha256", run.ScenarioHash);
        store.Describe("seed", run.Seed.ToString(CultureInfo.InvariantCulture));
        store.Describe("replication", run.Replication.ToString(CultureInfo.InvariantCulture));
        store.Describe("digest", summary.Result.Digest);
        store.Describe("facts", summary.Result.Facts);
        store.Describe("completion", SummaryJson.NameOf(summary.Result.Completion));
        store.Describe("duration_ns", run.Duration.Nanoseconds.ToString(CultureInfo.InvariantCulture));
        store.Describe("end_ns", summary.Result.End.NanosecondsSinceStart.ToString(CultureInfo.InvariantCulture));
        store.Describe("events", summary.Result.Events.ToString(CultureInfo.InvariantCulture));
        store.Describe("store", "full");
    }

    private static void WriteMetrics(RunStore store, IEnumerable<MeasureResult> figures)
    {
        InsertStatement row = store.Into(Schema.Metrics);
        foreach (MeasureResult figure in figures)
        {
            MetricQuestion question = figure.Question;
            row.Add(question.ToString())
                .Add(question.Metric)
                .Add(question.Aggregate.ToString())
                .Add(question.Group)
                .Add(figure.Unit == MetricUnit.Unset ? null : figure.Unit.Symbol())
                .Add(figure.Estimate?.Value)
                .Add(figure.Estimate?.Lower)
                .Add(figure.Estimate?.Upper)
                .Add(figure.Estimate?.N ?? 0)
                .Add(figure.Estimate?.Method ?? figure.Problem)
                .Write();
        }
    }

    private static void WriteVerdicts(RunStore store, IEnumerable<Verdict> verdicts)
    {
        InsertStatement row = store.Into(Schema.Verdicts);
        foreach (Verdict verdict in verdicts)
        {
            row.Add(verdict.Expression)
                .Add(SummaryJson.NameOf(verdict.Outcome))
                .Add(verdict.Unit == MetricUnit.Unset ? null : verdict.Unit.Symbol())
                .Add(verdict.Estimate?.Value)
                .Add(verdict.Estimate?.Lower)
                .Add(verdict.Estimate?.Upper)
                .Add(verdict.Estimate?.N ?? 0)
                .Add(verdict.Note)
                .Write();
        }
    }

    private static void WriteCheckers(RunStore store, IEnumerable<CheckerFinding> findings)
    {
        foreach (CheckerFinding finding in findings)
        {
            store.Into(Schema.Checkers).Add(finding.Checker).Add(finding.Checked).Add(finding.ViolationCount).Write();
            foreach (Violation violation in finding.Violations)
            {
                store.Into(Schema.Violations)
                    .Add(finding.Checker).Add(violation.At).Add(violation.Subject).Add(violation.Description).Write();
            }
        }
    }
}
