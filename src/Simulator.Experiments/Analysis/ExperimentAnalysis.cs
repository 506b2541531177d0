using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulator.Checkers;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>Makes an experiment's summary of its runs, one arm in memory at a time.</summary>
internal sealed class ExperimentAnalysis(ExperimentRequest request, ArmList arms, Journal journal, int replications)
{
    private readonly RunSequence runs = new(journal, arms.Count, replications);

    public ExperimentSummary Summarise()
    {
        using CheckerSuite suite = new();
        CrossingCurves[] crossings =
            [.. request.Scenario.Estimates.Select(estimate => new CrossingCurves(estimate, request.Scenario))];
        VerdictFamily family = new(request.Scenario, suite.Checkers.Select(checker => checker.Name), crossings);
        IReadOnlyList<(string Name, MetricUnit Unit)> figures = Figures();
        List<ArmSummary> summaries = [];
        ArmTable? first = null;
        for (int arm = 0; arm < arms.Count; arm++)
        {
            ArmTable table = new(runs.Of(arm));
            ArmSummary summary = Of(arm, table, figures);
            summaries.Add(first is null || arms.Points is not null
                ? summary
                : summary with { Differences = ArmDifferences.Of(figures, first, table) });
            first ??= table;
            family.Hear(arm, arms[arm], table);
            Array.ForEach(crossings, crossing => crossing.Hear(summary.Values, table));
        }

        return new ExperimentSummary
        {
            Description = Describe(),
            Design = request.Scenario.Vary is { } variation ? variation.Design.ToString().ToLowerInvariant() : "none",
            Replications = InWords(request.Scenario.Replications),
            Arms = ArmDifferences.Corrected(summaries),
            Verdicts = family.Decide(),
            Asked = [.. Experiment.Asked(request.Scenario).Select(question => question.ToString())],
            Estimates = [.. crossings.Select(crossing => crossing.At(Confidence.Default))],
            ClosedForms = [.. request.Scenario.ClosedForms.Select(Of)],
            Sensitivities = SensitivityTables.Of(arms, summaries, request.Scenario.Seed),
            WarmUp = WarmUpStatement.Of(runs.Select(run => run.Figures?.WarmUp)),
            Family = family.Size,
            Digest = HashOver(run => run.Digest),
            Facts = HashOver(run => run.Facts),
            IsComplete = summaries.All(arm => arm.Finished + arm.Failed == replications),
            RunsFinished = summaries.Sum(arm => arm.Finished),
            Failures = [.. runs.Where(run => run.Failure is not null)],
        };
    }

    // Arms differ in what they observe; a figure that any run knows stands in every row.
    private List<(string Name, MetricUnit Unit)> Figures()
    {
        List<(string Name, MetricUnit Unit)> figures = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ExperimentRun run in runs)
        {
            foreach (NamedFigure figure in run.Figures?.Figures ?? [])
            {
                if (seen.Add(figure.Name))
                {
                    figures.Add((figure.Name, figure.Unit));
                }
            }
        }

        return figures;
    }

    private ArmSummary Of(int arm, ArmTable table, IReadOnlyList<(string Name, MetricUnit Unit)> figures) =>
        new(arm, arms.ValuesOf(arm), table.Finished, table.Failed, [.. figures.Select(figure => Of(table, figure))])
        {
            Shape = arms.Points is null && arm < ArmShape.MostArms ? table.Shape.Mean() : null,
        };

    private static ArmFigure Of(ArmTable table, (string Name, MetricUnit Unit) figure) => table.Find(figure.Name) is { } known
        ? new ArmFigure(figure.Name, figure.Unit, known.At(Confidence.Default), known.Missing)
        : new ArmFigure(figure.Name, figure.Unit, null, table.Finished);

    private ExperimentClosedForm Of(ClosedFormSettings form) => new(
        form.Name,
        VerdictRequests.Of(form.Metric).ToString(),
        form.Formula.Text,
        form.Derivation,
        [.. Enumerable.Range(0, arms.Count).Select(arm => FormulaValues.Find(form.Formula, arms[arm]))],
        (arm, key, number) => FormulaValues.Find(form.Formula, arms[arm], key, number));

    private RunDescription Describe() => RunDescriptions.Of(new RunRequest
    {
        Scenario = request.Scenario,
        Name = request.Name,
        OutputFolder = request.OutputFolder,
        Command = request.Command,
    });

    private string HashOver(Func<RunFigures, string> part)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ExperimentRun run in runs)
        {
            string value = run.Figures is { } figures ? part(figures) : "failed";
            string line = string.Create(CultureInfo.InvariantCulture, $"{run.Arm} {run.Replication} {value}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string InWords(Replications? wanted) => wanted switch
    {
        null => "1",
        { Until: { } rule } => string.Create(
            CultureInfo.InvariantCulture,
            $"{wanted.Least} to {wanted.Most}, until {rule.Metric.Text} is within {Width(rule)} in every arm"),
        _ => wanted.Least.ToString(CultureInfo.InvariantCulture),
    };

    private static string Width(ReplicationRule rule) => rule.IsRelative
        ? string.Create(CultureInfo.InvariantCulture, $"{rule.HalfWidth.Value.ToDouble() * 100:0.###} % of its mean")
        : rule.HalfWidth.ToString();
}
