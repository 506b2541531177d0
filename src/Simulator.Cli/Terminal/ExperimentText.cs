using System.Globalization;
using Simulator.Experiments;
using Simulator.Reporting;

namespace Simulator.Cli.Terminal;

/// <summary>An experiment's outcome on the terminal: verdicts first, then key figures of every arm, then the lines scripts read.</summary>
internal static class ExperimentText
{
    private const int ShownArms = 24;
    private const int LabelWidth = 34;

    private static readonly string[] KeyFigures =
    [
        "throughput.accepted", "mean(throughput.accepted)", "share(requests.accepted)", "p99(latency.end_to_end)",
        "p50(settlement.delay)", "settled",
    ];

    public static void Write(ExperimentOutcome outcome, TextWriter writer)
    {
        ExperimentSummary summary = outcome.Summary;
        writer.WriteLine(summary.Description.Question);
        writer.WriteLine();
        WriteVerdicts(summary, writer);
        writer.WriteLine();
        foreach (ArmSummary arm in summary.Arms.Take(ShownArms))
        {
            WriteArm(summary, arm, writer);
        }

        if (summary.Arms.Count > ShownArms)
        {
            writer.WriteLine($"  … and {Wording.Count(summary.Arms.Count - ShownArms)} more arms in summary.json and runs.csv");
        }

        WriteEstimates(summary, writer);
        ClosedFormText.Write(summary, writer);
        WriteFailures(summary, writer);
        if (summary.WarmUp is { } warmUp)
        {
            writer.WriteLine($"  {warmUp}");
        }

        writer.WriteLine();
        foreach (string note in outcome.Notes)
        {
            writer.WriteLine($"note: {note}");
        }

        writer.WriteLine($"runs: {Runs(summary)}");
        writer.WriteLine($"facts: {summary.Facts}");
        writer.WriteLine($"digest: {summary.Digest}");
        writer.WriteLine($"bundle: {outcome.Directory}");
        writer.WriteLine($"report: {Path.Combine(outcome.Directory, "report.html")}");
    }

    private static void WriteVerdicts(ExperimentSummary summary, TextWriter writer)
    {
        foreach (ExperimentVerdict verdict in summary.Verdicts)
        {
            bool isAlike = verdict.Arms.Count > 0 && verdict.Arms.All(arm => arm.Verdict.OfJudge)
                && verdict.Outcome == VerdictOutcome.Pass;
            string where = verdict.Arms.Count == 0 ? "its condition holds in no arm"
                : isAlike ? Judged(verdict)
                : IsOne(summary, verdict) ? OutcomeText.Measured(verdict.Arms[0].Verdict)
                : $"in {Wording.Count(verdict.Arms.Count)} of {Wording.Count(summary.Arms.Count)} arms";
            writer.WriteLine($"  {OutcomeText.Word(verdict.Outcome),-12}  {verdict.Expression,-LabelWidth}  {where}");
            if (isAlike || IsOne(summary, verdict))
            {
                continue;
            }

            foreach ((int? arm, Verdict inArm) in verdict.Arms.Take(ShownArms))
            {
                string label = summary.Arms[arm!.Value].Label;
                writer.WriteLine(
                    $"    {OutcomeText.Word(inArm.Outcome),-12}  {label,-LabelWidth}  {OutcomeText.Measured(inArm)}");
            }
        }
    }

    // One arm is all there is, or the verdict is about all arms together.
    private static bool IsOne(ExperimentSummary summary, ExperimentVerdict verdict) =>
        verdict.Arms.Count == 1 && (summary.Arms.Count == 1 || verdict.Arms[0].Arm is null);

    private static string Judged(ExperimentVerdict verdict)
    {
        long judged = verdict.Arms.Sum(arm => arm.Verdict.Estimate?.N ?? 0);
        return $"0 violations in {Wording.Count(judged)} judged";
    }

    private static void WriteArm(ExperimentSummary summary, ArmSummary arm, TextWriter writer)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  arm {arm.Arm}: {arm.Label}  ({arm.Finished} runs)"));
        foreach (ArmFigure figure in arm.Figures.Where(figure => KeyFigures.Contains(figure.Name) || summary.Asked.Contains(figure.Name)))
        {
            if (figure.Estimate is { } estimate)
            {
                (string value, string interval) = Wording.Figure(estimate, figure.Unit);
                writer.WriteLine($"    {figure.Name,-LabelWidth}{value,14}  {OutcomeText.Rest(estimate, interval)}".TrimEnd());
                WriteDifference(arm.Differences.FirstOrDefault(difference => difference.Name == figure.Name), writer);
            }
        }
    }

    private static void WriteDifference(FigureDifference? difference, TextWriter writer)
    {
        if (difference is { IsReal: true, Difference: var estimate })
        {
            (string value, string interval) = Wording.Figure(estimate, difference.Unit);
            string luck = difference.VarianceReduction?.Value switch
            {
                null or < 1 => "",
                > 1e6 => "; sharing luck cut its variance more than a million times",
                { } factor => string.Create(CultureInfo.InvariantCulture, $"; sharing luck cut its variance {factor:0.#} times"),
            };
            writer.WriteLine($"      {"against arm 0",-LabelWidth}{value,12}  {OutcomeText.Rest(estimate, interval)}{luck}");
        }
    }

    private static void WriteEstimates(ExperimentSummary summary, TextWriter writer)
    {
        foreach (ExperimentEstimate estimate in summary.Estimates)
        {
            string found = estimate.Note;
            if (estimate.Estimate is { } at)
            {
                (string value, string interval) = Wording.Figure(at, estimate.Unit);
                found = $"{estimate.Note} at {estimate.Key} = {value}  {OutcomeText.Rest(at, interval)}";
            }

            writer.WriteLine($"  estimate {estimate.Name}: {estimate.Curve} {found}");
        }
    }

    private static void WriteFailures(ExperimentSummary summary, TextWriter writer)
    {
        foreach (ExperimentRun run in summary.Failures)
        {
            writer.WriteLine();
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  arm {run.Arm}, replication {run.Replication} failed: {run.Failure!.Message}"));
            writer.WriteLine($"    repeat it with: {run.Failure.Command}");
        }
    }

    private static string Runs(ExperimentSummary summary)
    {
        string failed = summary.Failures.Count == 0 ? "" : $", {Wording.Count(summary.Failures.Count)} failed";
        string rest = summary.IsComplete ? "" : "; interrupted, the same command goes on";
        return $"{Wording.Count(summary.RunsFinished)} finished{failed}{rest}";
    }
}
