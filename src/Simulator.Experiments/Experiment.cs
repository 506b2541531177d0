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
    public static ExperimentOutcome Execute(
        ExperimentRequest request, Action<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        if (ExperimentBundle.Problem(request.OutputFolder) is { } problem)
        {
            throw new IOException(problem);
        }

        Scenario scenario = request.Scenario;
        ArmList arms = new(scenario);
        Replications replications = scenario.Replications ?? new Replications(1, 1, null);
        arms.Check();
        using Journal journal = Journal.Open(request.OutputFolder, scenario, request.IsFresh);
        int resumed = journal.Count;
        int failed = 0;
        int wanted = replications.Least;
        using (SharedParts parts = new(request.Models))
        {
            FigureRun runner = new(request, Asked(scenario), parts);
            ReplicationCount enough = new(replications, arms, journal);
            for (int done = 0; done < wanted && !cancellation.IsCancellationRequested; wanted = enough.After(done))
            {
                Slots.Work(Missing(arms, journal, done, wanted), request.Jobs, id => Run(id, wanted), cancellation);
                done = wanted;
            }

            void Run(RunId id, int planned)
            {
                if (runner.Execute(id, arms[id.Arm], cancellation) is not { } run)
                {
                    return;
                }

                journal.Append(run);
                lock (runner)
                {
                    failed += run.Failure is null ? 0 : 1;
                    progress?.Invoke(new ExperimentProgress(journal.Count, resumed, planned * arms.Count, failed));
                }
            }
        }

        ExperimentSummary summary = new ExperimentAnalysis(request, arms, journal, wanted).Summarise();
        RunSequence runs = new(journal, arms.Count, wanted);
        BundleOptions options = BundleOptions.Default with { Pictures = request.Pictures };
        IReadOnlyList<string> notes = ExperimentBundle.Write(request.OutputFolder, summary, runs, options);
        return new ExperimentOutcome(request.OutputFolder, summary, notes);
    }

    // All arms of one replication before the next: whoever stops early has pairs.
    private static IEnumerable<RunId> Missing(ArmList arms, Journal journal, int from, int to)
    {
        for (int replication = from; replication < to; replication++)
        {
            for (int arm = 0; arm < arms.Count; arm++)
            {
                RunId id = new(arm, replication);
                if (!journal.Contains(id))
                {
                    yield return id;
                }
            }
        }
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
