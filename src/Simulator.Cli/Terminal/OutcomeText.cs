using System.Globalization;
using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Cli.Terminal;

/// <summary>A run's outcome on the terminal: verdicts first, then key figures, then the lines scripts read.</summary>
internal static class OutcomeText
{
    public static void Write(BundleOutcome outcome, TextWriter writer)
    {
        RunSummary summary = outcome.Summary;
        writer.WriteLine(summary.Description.Question);
        writer.WriteLine();
        foreach (Verdict verdict in summary.Verdicts)
        {
            writer.WriteLine($"  {Word(verdict.Outcome),-12}  {verdict.Expression}{Measured(verdict)}");
        }

        writer.WriteLine();
        foreach (MeasureResult metric in summary.Figures.Where(IsKeyFigure))
        {
            writer.WriteLine($"  {metric.Question,-28}  {Figure(metric.Estimate!, metric.Unit)}");
        }

        writer.WriteLine();
        foreach (string note in outcome.Notes)
        {
            writer.WriteLine($"note: {note}");
        }

        writer.WriteLine($"facts: {summary.Result.Facts}");
        writer.WriteLine($"digest: {summary.Result.Digest}");
        writer.WriteLine($"bundle: {outcome.Directory}");
    }

    private static bool IsKeyFigure(MeasureResult metric) => metric.Estimate is not null && metric.Question.ToString() is
        "requests.issued" or "requests.accepted" or "requests.refused" or "requests.rejected" or "requests.timed_out"
        or "p50(latency.end_to_end)" or "p95(latency.end_to_end)" or "p99(latency.end_to_end)"
        or "throughput.accepted" or "settled" or "settlements.succeeded" or "settlements.failed"
        or "mean(settlement.delay)" or "supply.final";

    private static string Measured(Verdict verdict) => verdict.OfJudge || verdict.Estimate is null
        ? verdict.OfJudge ? "" : $"  ({verdict.Note})"
        : $"  (measured {Figure(verdict.Estimate, verdict.Unit)})";

    private static string Word(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Pass => "holds",
        VerdictOutcome.Fail => "FAILS",
        VerdictOutcome.Inconclusive => "inconclusive",
        VerdictOutcome.Unset => throw Primitives.Invariant.Unreachable(outcome),
    };

    private static string Figure(Estimate estimate, MetricUnit unit)
    {
        string symbol = unit switch
        {
            MetricUnit.Seconds => " s",
            MetricUnit.Opg => " OPG",
            MetricUnit.PerSecond => " /s",
            _ => "",
        };
        string interval = estimate.HasInterval && estimate.Upper > estimate.Lower
            ? string.Create(CultureInfo.InvariantCulture, $"  [{estimate.Lower:G4}, {estimate.Upper:G4}]")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:G10}{symbol}{interval}  n = {estimate.N}");
    }
}
