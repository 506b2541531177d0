using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Decides verdicts. A bound inside the interval is never decided: the outcome is inconclusive.</summary>
public sealed class VerdictJudge(Measures measures, IReadOnlyList<CheckerFinding> findings)
{
    public Verdict Decide(VerdictRequest request) => request switch
    {
        CheckerVerdictRequest checker => Decide(checker),
        MetricVerdictRequest metric => Decide(metric),
        ClosedFormVerdictRequest { Question: { } question } form => Decide(form, question),
        _ => throw Invariant.Unreachable(request),
    };

    private Verdict Decide(CheckerVerdictRequest request)
    {
        CheckerFinding? finding = findings.FirstOrDefault(candidate => candidate.Checker == request.Checker);
        if (finding is null)
        {
            return OfJudge(request, VerdictOutcome.Inconclusive, null, "this judge did not sit");
        }

        Estimate violations = Estimate.Exact(finding.ViolationCount, finding.Checked);
        return finding.Holds
            ? OfJudge(request, VerdictOutcome.Pass, violations, "no violation found")
            : OfJudge(request, VerdictOutcome.Fail, violations, First(finding));
    }

    private static Verdict OfJudge(CheckerVerdictRequest request, VerdictOutcome outcome, Estimate? violations,
        string note) =>
        new(request.Expression, outcome, violations, MetricUnit.Count, note) { OfJudge = true };

    private static string First(CheckerFinding finding) => finding.Violations.Count == 0
        ? "violated"
        : $"first at {finding.Violations[0].At}, {finding.Violations[0].Subject}: {finding.Violations[0].Description}";

    private Verdict Decide(MetricVerdictRequest request)
    {
        MeasureResult result = measures.Evaluate(request.Question);
        if (result.Estimate is not { } estimate)
        {
            return new(request.Expression, VerdictOutcome.Inconclusive, null, result.Unit,
                result.Problem ?? "nothing observed");
        }

        VerdictOutcome outcome = Decide(estimate, request.Comparison, request.Bound);
        return new(request.Expression, outcome, estimate, result.Unit, Why(outcome, estimate));
    }

    private Verdict Decide(ClosedFormVerdictRequest request, MetricQuestion question)
    {
        MeasureResult result = measures.Evaluate(question);
        return Decide(request, result.Estimate, result.Estimate, result.Unit, result.Problem);
    }

    /// <summary>A closed form beside an estimate, for experiments that bring their own.</summary>
    /// <param name="request">The verdict.</param>
    /// <param name="shown">What was measured with its 95 % interval; null where nothing was.</param>
    /// <param name="atLevel">The same with the interval of the level that the family of verdicts asks for.</param>
    /// <param name="unit">Base unit.</param>
    /// <param name="problem">Why nothing was measured.</param>
    public static Verdict Decide(
        ClosedFormVerdictRequest request, Estimate? shown, Estimate? atLevel, MetricUnit unit, string? problem)
    {
        if (shown is null || atLevel is null || request.ClosedForm is not { } expected)
        {
            string why = shown is null ? problem ?? "nothing observed" : "the formula has no value here";
            return new(request.Expression, VerdictOutcome.Inconclusive, shown, unit, why);
        }

        ClosedFormMatch match = new(expected, shown);
        string text = Wording.Figure(Estimate.Exact(expected, 1), unit).Value;
        return new(
            request.Expression, match.Decide(request.Within, atLevel), shown, unit, $"closed form {text}: {match.InWords()}");
    }

    /// <summary>The rule itself, on its own for experiments that bring their own estimates.</summary>
    public static VerdictOutcome Decide(Estimate estimate, Comparison comparison, double bound)
    {
        Invariant.That(comparison != Comparison.Unset);
        return comparison switch
        {
            Comparison.Below => Decide(estimate.Upper < bound, estimate.Lower >= bound),
            Comparison.AtMost => Decide(estimate.Upper <= bound, estimate.Lower > bound),
            Comparison.Above => Decide(estimate.Lower > bound, estimate.Upper <= bound),
            Comparison.AtLeast => Decide(estimate.Lower >= bound, estimate.Upper < bound),
            Comparison.Equal => Decide(
                estimate.Lower == bound && estimate.Upper == bound,
                estimate.Lower > bound || estimate.Upper < bound),
            Comparison.Unset => throw Invariant.Unreachable(comparison),
        };
    }

    // Comparisons with a missing end are false on both sides, which leaves the verdict open.
    private static VerdictOutcome Decide(bool holds, bool breaks) =>
        holds ? VerdictOutcome.Pass : breaks ? VerdictOutcome.Fail : VerdictOutcome.Inconclusive;

    /// <summary>An outcome in one sentence.</summary>
    public static string Why(VerdictOutcome outcome, Estimate estimate) => outcome switch
    {
        VerdictOutcome.Pass => "the whole interval keeps to the bound",
        VerdictOutcome.Fail => "the whole interval lies beyond the bound",
        VerdictOutcome.Inconclusive => estimate.HasInterval
            ? "the bound lies inside the interval; more simulated time or replications would decide"
            : "the run holds too few observations for an interval",
        VerdictOutcome.Unset => throw Invariant.Unreachable(outcome),
    };
}
