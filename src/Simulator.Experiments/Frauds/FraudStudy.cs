using Simulator.Checkers;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Worlds;
using Simulator.Statistics;

namespace Simulator.Experiments.Frauds;

/// <summary>Runs a fraud scenario several times and says who noticed what, how late, and whom it cost or brought what.</summary>
/// <remarks>Intervals are Student's over replications; replications differ in every draw. May be used by one thread at a time.</remarks>
public sealed class FraudStudy : IDisposable
{
    private readonly SharedParts parts = new(null);
    private readonly int replications;
    private readonly int jobs;

    /// <param name="replications">Runs of each scenario; at least 2.</param>
    /// <param name="jobs">Runs at the same time; no result depends on it.</param>
    public FraudStudy(int replications, int jobs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 2);
        this.replications = replications;
        this.jobs = jobs;
    }

    /// <param name="file">Name of the file without folder.</param>
    /// <param name="scenario">A scenario that varies nothing.</param>
    public FraudScenarioFinding Measure(string file, Scenario scenario)
    {
        FraudRun[] runs = new FraudRun[replications];
        Slots.Work(
            Enumerable.Range(0, replications),
            jobs,
            replication => runs[replication] = Run(scenario, replication),
            null,
            CancellationToken.None);
        (string Group, string Name)[] kinds =
        [
            .. runs.SelectMany(run => run.Summary.Frauds).Select(fraud => (fraud.Group, fraud.Name)).Distinct()
                .OrderBy(kind => kind.Group, StringComparer.Ordinal).ThenBy(kind => kind.Name, StringComparer.Ordinal),
        ];
        return new FraudScenarioFinding(
            file,
            scenario.Question,
            [.. kinds.Select(kind => Of(scenario, runs, kind.Group, kind.Name))],
            [.. scenario.ClosedForms.Select(form => Of(scenario, runs, form))],
            runs.Sum(run => run.Summary.Result.Checkers.Sum(checker => checker.ViolationCount)));
    }

    /// <inheritdoc/>
    public void Dispose() => parts.Dispose();

    private FraudRun Run(Scenario scenario, int replication)
    {
        InferenceFacts facts = new();
        using CheckerSuite checkers = new();
        Measures measures = new(scenario.Duration);
        World world = WorldAssembly.Build(
            scenario,
            new WorldEnvironment
            {
                Models = parts.Models,
                Inference = parts.Inference,
                Facts = facts,
                Keys = parts.Keys,
                Replication = (ulong)replication,
            },
            new InlineObservers(measures, checkers));
        using Simulation simulation = world.Simulation;
        RunOutcome outcome = simulation.Run(world.Until, null, CancellationToken.None);
        checkers.Complete();
        measures.Complete(outcome.End);
        RunDescription description = RunDescriptions.Of(
            new RunRequest { Scenario = scenario, Name = "", OutputFolder = "", Command = "" });
        return new FraudRun(
            RunSummary.Of(description, RunResults.Of(scenario, outcome, facts, checkers), measures), measures);
    }

    private static FraudFinding Of(Scenario scenario, FraudRun[] runs, string group, string name)
    {
        FraudSummary[] tallies =
        [
            .. runs.SelectMany(run => run.Summary.Frauds).Where(fraud => fraud.Group == group && fraud.Name == name),
        ];
        FraudParties parties = new(scenario);
        string[] victims =
        [
            .. tallies.SelectMany(tally => tally.Victims.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return new FraudFinding
        {
            Fraud = name,
            Cheaters = (group, parties.MembersOf(group)),
            Attempts = Mean(tallies.Select(tally => (double)tally.Attempts))!,
            Noticed = Share(tallies),
            Witnesses = Ranked(tallies.SelectMany(tally => tally.Witnesses)),
            Means = Ranked(tallies.SelectMany(tally => tally.Means)),
            Delay = Mean(runs.Select(run => run.Value(new("fraud.delay", Aggregate.Percentile(50), group))).OfType<double>()),
            Losses =
            [
                .. victims.Select(victim => (
                    victim, Mean(tallies.Select(tally => tally.Victims.GetValueOrDefault(victim).ToDouble()))!)),
            ],
            Payoff = Payoff(runs, [group, .. parties.AccomplicesOf(group)], parties.MembersOf(group)),
            Peer = parties.PeerOf(group) is { } peer ? (peer, Payoff(runs, [peer], parties.MembersOf(peer))) : null,
        };
    }

    // Student's interval knows no bounds, a share does.
    private static Estimate Share(FraudSummary[] tallies)
    {
        Estimate share = Mean(tallies.Select(tally => (double)tally.Noticed / tally.Attempts))!;
        return share with { Lower = Math.Max(0, share.Lower ?? 0), Upper = Math.Min(1, share.Upper ?? 1) };
    }

    private static Estimate Payoff(FraudRun[] runs, IReadOnlyList<string> groups, int members) => Mean(runs.Select(run =>
        groups.Sum(group => run.Value(new("payoff", Aggregate.Value, group)) ?? 0) / members))!;

    private static (string Figure, string Formula, MetricUnit Unit, ClosedFormMatch? Match) Of(
        Scenario scenario, FraudRun[] runs, ClosedFormSettings form)
    {
        MetricQuestion question = VerdictRequests.Of(form.Metric);
        Estimate? measured = Mean(runs.Select(run => run.Value(question)).OfType<double>());
        MetricUnit unit = runs[0].Measures.Evaluate(question).Unit;
        ClosedFormMatch? match = FormulaValues.Find(form.Formula, scenario) is { } value && measured is not null
            ? new ClosedFormMatch(value, measured)
            : null;
        return (question.ToString(), form.Formula.Text, unit, match);
    }

    private static Estimate? Mean(IEnumerable<double> values)
    {
        double[] known = [.. values];
        return known.Length == 0 ? null : Rounding.Twelve(MeanInterval.Of(known));
    }

    private static string[] Ranked(IEnumerable<KeyValuePair<string, long>> counts) =>
    [
        .. counts.GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .OrderByDescending(pairs => pairs.Sum(pair => pair.Value)).ThenBy(pairs => pairs.Key, StringComparer.Ordinal)
            .Select(pairs => pairs.Key),
    ];

    private sealed record FraudRun(RunSummary Summary, Measures Measures)
    {
        public double? Value(MetricQuestion question) => Measures.Evaluate(question).Estimate?.Value;
    }
}
