using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Experiments;

/// <summary>A scenario run many times: its arms, each with its replications, on all cores.</summary>
public static class Experiment
{
    /// <summary>The scenario says what varies or how often it is run; otherwise it is a single run.</summary>
    public static bool IsAskedBy(Scenario scenario) => scenario.Vary is not null || scenario.Replications is not null;

    /// <summary>Runs what is missing, then writes the bundle of everything that has ended.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="progress">Told after every run, on any thread, one at a time.</param>
    /// <param name="cancellation">Stops runs between two events; what has ended stays and need not be run again.</param>
    /// <exception cref="IOException">The bundle cannot be written; the message says why.</exception>
    /// <exception cref="InvalidDataException">
    /// The folder holds another unfinished experiment, or an arm is no scenario; the message says so.
    /// </exception>
    /// <exception cref="OperationCanceledException">
    /// Interrupted on several ranks: what has ended stands in the journal, the bundle is not written.
    /// </exception>
    public static ExperimentOutcome Execute(
        ExperimentRequest request, Action<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        if (ExperimentBundle.Problem(request.OutputFolder) is { } problem)
        {
            throw new IOException(problem);
        }

        ArmList arms = new(request.Scenario);
        arms.Check();
        using Journal journal = Journal.Open(request.OutputFolder, request.Scenario, request.IsFresh);
        int replications = new MissingRuns(request, arms, journal, progress).Execute(cancellation);
        if (request.Farm is { } farm)
        {
            // Launchers end interrupted ranks long before a large bundle is written.
            cancellation.ThrowIfCancellationRequested();
            farm.Close();
        }

        ExperimentSummary summary = new ExperimentAnalysis(request, arms, journal, replications).Summarise();
        RunSequence runs = new(journal, arms.Count, replications);
        BundleOptions options = BundleOptions.Default with { Pictures = request.Pictures };
        IReadOnlyList<string> notes = ExperimentBundle.Write(request.OutputFolder, summary, runs, options);
        return new ExperimentOutcome(request.OutputFolder, summary, notes);
    }

    // What verdicts ask for is asked in every run anyway.
    internal static IReadOnlyList<MetricQuestion> Asked(Scenario scenario)
    {
        IEnumerable<MetricTerm?> rule = [scenario.Replications?.Until?.Metric];
        IEnumerable<MetricTerm?> curves = scenario.Estimates.SelectMany(
            estimate => new[] { estimate.Curve.First, estimate.Curve.Second });
        IEnumerable<MetricTerm> forms = scenario.ClosedForms.Select(form => form.Metric);
        return [.. rule.Concat(curves).OfType<MetricTerm>().Concat(forms).Concat(TermsOf(scenario.Verdicts))
            .Select(VerdictRequests.Of).Distinct()];
    }

    // An arm whose condition does not hold has the figure all the same, for comparison.
    private static IEnumerable<MetricTerm> TermsOf(IEnumerable<Scenarios.Verdicts.Verdict> verdicts) => verdicts
        .Where(verdict => !VerdictRequests.IsOnEstimate(verdict)).OfType<MetricVerdict>()
        .Select(verdict => new MetricTerm(
            verdict.Text, verdict.Aggregate, verdict.Metric, verdict.Group, verdict.Bound.Dimension));
}
