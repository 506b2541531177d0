using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Verdicts;
using Simulator.Statistics;
using ScenarioVerdict = Simulator.Scenarios.Verdicts.Verdict;
using Verdict = Simulator.Reporting.Verdict;

namespace Simulator.Experiments;

/// <summary>Judges all verdicts of an experiment together: the more figures are tested, the stricter each test (Holm).</summary>
internal sealed class VerdictFamily
{
    private readonly List<(ScenarioVerdict? Verdict, VerdictRequest Request, List<Question> Questions)> verdicts = [];

    /// <param name="scenario">Whose verdicts; an arm speaks only to those whose condition holds in it.</param>
    /// <param name="checkers">Every judge: none is ever optional.</param>
    /// <param name="estimates">What all arms give together.</param>
    public VerdictFamily(Scenario scenario, IEnumerable<string> checkers, IReadOnlyList<CrossingCurves> estimates)
    {
        foreach (ScenarioVerdict verdict in scenario.Verdicts)
        {
            verdicts.Add((verdict, VerdictRequests.Of(verdict, scenario), OnEstimate(verdict, scenario, estimates)));
        }

        foreach (string checker in checkers)
        {
            if (!scenario.Verdicts.OfType<CheckerVerdict>().Any(named => named.Checker == checker && named.When is null))
            {
                verdicts.Add((null, new CheckerVerdictRequest(checker, checker), []));
            }
        }
    }

    /// <summary>Figures that are held against bounds.</summary>
    public int Size => Tested().Count();

    /// <summary>Takes down what an arm has to say to every verdict.</summary>
    public void Hear(int arm, Scenario scenario, ArmTable table)
    {
        foreach ((ScenarioVerdict? verdict, VerdictRequest request, List<Question> questions) in verdicts)
        {
            if (verdict is null || VerdictRequests.SpeaksOf(verdict, scenario))
            {
                questions.Add(request switch
                {
                    CheckerVerdictRequest checker => new Question(arm, request, table.Judge(checker.Checker), null),
                    MetricVerdictRequest metric => new Question(
                        arm, request, null, Evidence.Of(table.Find(metric.Question.ToString()))),
                    ClosedFormVerdictRequest { Question: { } figure } => new Question(
                        arm, VerdictRequests.Of(verdict!, scenario), null, Evidence.Of(table.Find(figure.ToString()))),
                    _ => throw Invariant.Unreachable(request),
                });
            }
        }
    }

    /// <summary>Every verdict in every arm it speaks of.</summary>
    public IReadOnlyList<ExperimentVerdict> Decide()
    {
        Question[] tested = [.. Tested()];
        Confidence[] levels = Holm.Levels(
            [.. tested.Select(question => (Func<Confidence, bool>)(level =>
                OutcomeAt(question, level) != VerdictOutcome.Inconclusive))]);
        Dictionary<Question, Confidence> levelOf = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < tested.Length; i++)
        {
            levelOf.Add(tested[i], levels[i]);
        }

        return
        [
            .. verdicts.Select(verdict => new ExperimentVerdict(
                verdict.Request.Expression,
                [
                    .. verdict.Questions.Select(question => (
                        question.Arm, Decide(question, levelOf.GetValueOrDefault(question, Confidence.Default)))),
                ])),
        ];
    }

    private static List<Question> OnEstimate(
        ScenarioVerdict verdict, Scenario scenario, IReadOnlyList<CrossingCurves> estimates)
    {
        if (!VerdictRequests.IsOnEstimate(verdict))
        {
            return [];
        }

        string name = VerdictRequests.EstimateOf(verdict);
        CrossingCurves crossing = estimates.First(estimate => estimate.Name == name);
        return [new Question(null, VerdictRequests.Of(verdict, scenario), null, Evidence.Of(crossing))];
    }

    private IEnumerable<Question> Tested() =>
        verdicts.SelectMany(verdict => verdict.Questions).Where(question => question.Evidence is not null);

    private static VerdictOutcome OutcomeAt(Question question, Confidence level) => question.Request switch
    {
        ClosedFormVerdictRequest form => Decide(form, question.Evidence!, level).Outcome,
        MetricVerdictRequest metric when question.Evidence!.At(level).Estimate is { } estimate =>
            VerdictJudge.Decide(estimate, metric.Comparison, metric.Bound),
        _ => VerdictOutcome.Inconclusive,
    };

    private static Verdict Decide(Question question, Confidence level) => question.Request switch
    {
        CheckerVerdictRequest checker => Decide(checker, question.Tally),
        { Expression: var expression } when question.Evidence is null =>
            new Verdict(expression, VerdictOutcome.Inconclusive, null, MetricUnit.Unset, "nothing observed"),
        MetricVerdictRequest metric => Decide(metric, question, question.Evidence, level),
        ClosedFormVerdictRequest form => Decide(form, question.Evidence, level),
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

    private static Verdict Decide(ClosedFormVerdictRequest request, Evidence evidence, Confidence level)
    {
        (Estimate? shown, string? problem) = evidence.At(Confidence.Default);
        return VerdictJudge.Decide(request, shown, evidence.At(level).Estimate, evidence.Unit, problem);
    }

    private static Verdict Decide(MetricVerdictRequest request, Question question, Evidence evidence, Confidence level)
    {
        (Estimate? shown, string? problem) = evidence.At(Confidence.Default);
        if (shown is null)
        {
            return new Verdict(
                request.Expression, VerdictOutcome.Inconclusive, null, evidence.Unit, problem ?? "nothing observed");
        }

        VerdictOutcome outcome = OutcomeAt(question, level);
        string note = outcome == OutcomeAt(question, Confidence.Default)
            ? VerdictJudge.Why(outcome, shown)
            : "decided alone, but not among all figures tested together; more replications would decide";
        return new Verdict(request.Expression, outcome, shown, evidence.Unit, note);
    }

    /// <summary>One verdict in one arm, or in all arms together where the arm is null.</summary>
    private sealed record Question(int? Arm, VerdictRequest Request, CheckerTally? Tally, Evidence? Evidence);

    /// <summary>A figure with intervals of any confidence, or why there is none.</summary>
    private sealed record Evidence(MetricUnit Unit, Func<Confidence, (Estimate? Estimate, string? Problem)> At)
    {
        public static Evidence? Of(ArmEvidence? arm) =>
            arm is null ? null : new Evidence(arm.Unit, level => (arm.At(level), null));

        public static Evidence Of(CrossingCurves crossing) =>
            new(crossing.Unit, level => (crossing.At(level).Estimate, crossing.At(level).Note));
    }
}
