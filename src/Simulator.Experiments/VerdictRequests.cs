using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios.Expressions;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Verdicts;
using ScenarioAggregate = Simulator.Scenarios.Verdicts.Aggregate;
using ScenarioComparison = Simulator.Scenarios.Verdicts.Comparison;
using ScenarioVerdict = Simulator.Scenarios.Verdicts.Verdict;

namespace Simulator.Experiments;

/// <summary>Verdicts of a scenario file as questions to the measures and checkers of a run.</summary>
internal static class VerdictRequests
{
    /// <summary>
    /// The verdicts that speak of this scenario in its order, then every checker they do not name: no checker is ever
    /// optional.
    /// </summary>
    public static IReadOnlyList<VerdictRequest> Of(Scenario scenario, IEnumerable<string> checkers)
    {
        List<VerdictRequest> requests =
            [.. scenario.Verdicts.Where(verdict => SpeaksOf(verdict, scenario)).Select(verdict => Of(verdict, scenario))];
        foreach (string checker in checkers)
        {
            if (!requests.OfType<CheckerVerdictRequest>().Any(request => request.Checker == checker))
            {
                requests.Add(new CheckerVerdictRequest(checker, checker));
            }
        }

        return requests;
    }

    /// <summary>The verdict is about single runs, and about this one.</summary>
    public static bool SpeaksOf(ScenarioVerdict verdict, Scenario scenario) =>
        !IsOnEstimate(verdict) && (verdict.When?.HoldsIn(scenario) ?? true);

    /// <summary>The verdict is about what all arms give together.</summary>
    public static bool IsOnEstimate(ScenarioVerdict verdict) =>
        verdict is MetricVerdict { Metric: EstimateTerm.Word } or ClosedFormVerdict { IsOfEstimate: true };

    /// <summary>The estimate that a verdict on all arms is about.</summary>
    public static string EstimateOf(ScenarioVerdict verdict) => verdict switch
    {
        MetricVerdict { Metric: EstimateTerm.Word, Group: { } name } => name,
        ClosedFormVerdict { IsOfEstimate: true } form => form.Name,
        _ => throw Invariant.Unreachable(verdict),
    };

    public static MetricQuestion Of(MetricTerm term) => new(term.Metric, Of(term.Aggregate, term.Metric), term.Group);

    /// <param name="verdict">As the file has it.</param>
    /// <param name="scenario">The arm it is about: a closed form has its value there.</param>
    public static VerdictRequest Of(ScenarioVerdict verdict, Scenario scenario) => verdict switch
    {
        CheckerVerdict checker => new CheckerVerdictRequest(checker.Text, checker.Checker),
        MetricVerdict metric => new MetricVerdictRequest(
            metric.Text,
            new MetricQuestion(metric.Metric, Of(metric.Aggregate, metric.Metric), metric.Group),
            Of(metric.Comparison),
            InBaseUnit(metric.Bound)),
        ClosedFormVerdict form => Of(form, scenario),
        _ => throw Invariant.Unreachable(verdict),
    };

    private static ClosedFormVerdictRequest Of(ClosedFormVerdict verdict, Scenario scenario)
    {
        double within = verdict.Within.ToDouble();
        if (verdict.IsOfEstimate)
        {
            Formula? formula = scenario.Estimates.FirstOrDefault(estimate => estimate.Name == verdict.Name)?.ClosedForm;
            return new ClosedFormVerdictRequest(verdict.Text, null, FormulaValues.Find(formula, scenario), within);
        }

        ClosedFormSettings form = scenario.ClosedForms.First(form => form.Name == verdict.Name);
        return new ClosedFormVerdictRequest(verdict.Text, Of(form.Metric), FormulaValues.Find(form.Formula, scenario), within);
    }

    private static Reporting.Aggregate Of(ScenarioAggregate aggregate, string metric) => aggregate switch
    {
        ScenarioAggregate.Unset => throw Invariant.Unreachable(metric),
        ScenarioAggregate.Itself or ScenarioAggregate.Rate => Reporting.Aggregate.Value,
        ScenarioAggregate.Mean => Reporting.Aggregate.Mean,
        ScenarioAggregate.P50 => Reporting.Aggregate.Percentile(50),
        ScenarioAggregate.P90 => Reporting.Aggregate.Percentile(90),
        ScenarioAggregate.P95 => Reporting.Aggregate.Percentile(95),
        ScenarioAggregate.P99 => Reporting.Aggregate.Percentile(99),
        ScenarioAggregate.P999 => Reporting.Aggregate.Percentile(99.9m),
        ScenarioAggregate.Max => Reporting.Aggregate.Max,
        ScenarioAggregate.Min => Reporting.Aggregate.Min,
        ScenarioAggregate.Sum => Reporting.Aggregate.Sum,
        ScenarioAggregate.Count => Reporting.Aggregate.Count,
        ScenarioAggregate.Share => Reporting.Aggregate.Share,
    };

    private static Reporting.Comparison Of(ScenarioComparison comparison) => comparison switch
    {
        ScenarioComparison.Unset => throw Invariant.Unreachable(comparison),
        ScenarioComparison.Less => Reporting.Comparison.Below,
        ScenarioComparison.AtMost => Reporting.Comparison.AtMost,
        ScenarioComparison.Greater => Reporting.Comparison.Above,
        ScenarioComparison.AtLeast => Reporting.Comparison.AtLeast,
        ScenarioComparison.Equal => Reporting.Comparison.Equal,
    };

    // Measures speak seconds, OPG, gwei and events per second; quantities nanoseconds, atto-OPG, wei and events per nanosecond.
    public static double InBaseUnit(Quantity bound) => bound.Dimension switch
    {
        Dimension.Time => bound.Value.ToDouble() / SimDuration.NanosecondsPerSecond,
        Dimension.Opg => bound.Value.ToDouble() / 1e18,
        Dimension.Ether => bound.Value.ToDouble() / 1e9,
        Dimension.Rate => bound.Value.ToDouble() * SimDuration.NanosecondsPerSecond,
        Dimension.Unset or Dimension.Count or Dimension.Ratio or Dimension.Usd or Dimension.Bytes or Dimension.BitRate =>
            bound.Value.ToDouble(),
    };
}
