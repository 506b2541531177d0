using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Verdicts;
using Simulator.Statistics;
using ScenarioVerdict = Simulator.Scenarios.Verdicts.Verdict;
using Verdict = Simulator.Reporting.Verdict;

namespace Simulator.Experiments;

/// <summary>Judges all verdicts of an experiment together: the more figures are tested, the stricter each test.</summary>
internal sealed class VerdictFamily
{
    private readonly List<(string Expression, List<Question> Questions)> verdicts = [];

    /// <param name="scenario">Whose verdicts; an arm speaks only to those whose condition holds in it.</param>
    /// <param name="checkers">Every judge: none is ever optional.</param>
    public VerdictFamily(Scenario scenario, IEnumerable<string> checkers)
    {
        foreach (ScenarioVerdict verdict in scenario.Verdicts)
        {
            Requests.Add((verdict, VerdictRequests.Of(verdict)));
            verdicts.Add((verdict.Text, []));
        }

        foreach (string checker in checkers)
        {
            if (!scenario.Verdicts.OfType<CheckerVerdict>().Any(named => named.Checker == checker && named.When is null))
            {
                Requests.Add((null, new CheckerVerdictRequest(checker, checker)));
                verdicts.Add((checker, []));
            }
        }
    }

    private List<(ScenarioVerdict? Verdict, VerdictRequest Request)> Requests { get; } = [];

    /// <summary>Figures that are held against bounds.</summary>
    public int Size => verdicts.Sum(verdict => verdict.Questions.Count(question => question.Evidence is not null));

    /// <summary>Takes down what an arm has to say to every verdict.</summary>
    public void Hear(int arm, Scenario scenario, ArmTable table)
    {
        for (int i = 0; i < Requests.Count; i++)
        {
            (ScenarioVerdict? verdict, VerdictRequest request) = Requests[i];
            if (verdict is null || VerdictRequests.SpeaksOf(verdict, scenario))
            {
                verdicts[i].Questions.Add(request switch
                {
                    CheckerVerdictRequest checker => new Question(arm, request, table.Judge(checker.Checker), null),
                    MetricVerdictRequest metric => new Question(arm, request, null, table.Find(metric.Question.ToString())),
                    _ => throw Invariant.Unreachable(request),
                });
            }
        }
    }

    /// <summary>Every verdict in every arm it speaks of.</summary>
    public IReadOnlyList<ExperimentVerdict> Decide()
    {
        Confidence level = new(1 - ((1 - Confidence.Default.Level) / Math.Max(1, Size)));
        return
        [
            .. verdicts.Select(verdict => new ExperimentVerdict(
                verdict.Expression, [.. verdict.Questions.Select(question => (question.Arm, Decide(question, level)))])),
        ];
    }

    private static Verdict Decide(Question question, Confidence level) => question.Request switch
    {
        CheckerVerdictRequest checker => Decide(checker, question.Tally),
        MetricVerdictRequest metric => Decide(metric, question.Evidence, level),
        _ => throw Invariant.Unreachable(question.Request),
    };

    private static Verdict Decide(CheckerVerdictRequest request, CheckerTally? tally)
    {
        VerdictOutcome outcome = tally switch
        {
            null => VerdictOutcome.Inconclusive,
            { Violations: 0 } => VerdictOutcome.Pass,
            _ => VerdictOutcome.Fail,
        };
        string note = tally is null ? "this judge sat in no run"
            : tally.First is { } first ? $"first in {first}"
            : "no violation found";
        Estimate? violations = tally is null ? null : Estimate.Exact(tally.Violations, tally.Judged);
        return new Verdict(request.Expression, outcome, violations, MetricUnit.Count, note) { OfJudge = true };
    }

    private static Verdict Decide(MetricVerdictRequest request, ArmEvidence? evidence, Confidence level)
    {
        if (evidence is null)
        {
            return new Verdict(request.Expression, VerdictOutcome.Inconclusive, null, MetricUnit.Unset, "nothing observed");
        }

        VerdictOutcome outcome = VerdictJudge.Decide(evidence.At(level), request.Comparison, request.Bound);
        VerdictOutcome alone = VerdictJudge.Decide(evidence.At(Confidence.Default), request.Comparison, request.Bound);
        string note = VerdictJudge.Why(outcome, evidence.At(level));
        if (outcome != alone)
        {
            note = "decided on its own, but not among the figures that are tested together; more replications would decide";
        }

        return new Verdict(request.Expression, outcome, evidence.At(Confidence.Default), evidence.Unit, note);
    }

    /// <summary>One verdict in one arm.</summary>
    private sealed record Question(int Arm, VerdictRequest Request, CheckerTally? Tally, ArmEvidence? Evidence);
}
