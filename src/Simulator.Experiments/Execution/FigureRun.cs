using Simulator.Checkers;
using Simulator.Experiments.Economies;
using Simulator.Experiments.Throughput;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Records;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Worlds;

namespace Simulator.Experiments;

/// <summary>One run of an experiment: world, judges and measures as in a single run, but no bundle.</summary>
internal sealed class FigureRun(ExperimentRequest experiment, IReadOnlyList<MetricQuestion> asked, SharedParts parts)
{
    /// <summary>The run, failed or not; null when it was cancelled.</summary>
    public ExperimentRun? Execute(RunId id, Scenario scenario, CancellationToken cancellation)
    {
        try
        {
            return Run(id, scenario, cancellation);
        }
        catch (SimulationFailedException failure) when (failure.InnerException is not IOException)
        {
            string message = (failure.InnerException ?? failure).Message;
            return Failed(id, scenario, message, failure.Actor, failure.At);
        }
        catch (Exception failure) when (IsBug(failure))
        {
            return Failed(id, scenario, failure.Message, "", SimTime.Start);
        }
    }

    // What the machine or a file is to blame for would be the same in every run, and ends the experiment.
    private static bool IsBug(Exception failure) => failure is not (IOException or UnauthorizedAccessException
        or InvalidDataException or OutOfMemoryException or SimulationFailedException);

    private ExperimentRun? Run(RunId id, Scenario scenario, CancellationToken cancellation)
    {
        ThreadLoad begun = Load();
        InferenceFacts facts = new();
        using CheckerSuite checkers = new();
        Measures measures = new(scenario.Duration, RunDescriptions.Of(scenario.WarmUp));
        (RunOutcome outcome, ThreadLoad built) = Simulate(id, scenario, facts, new Observers(measures, checkers), cancellation);
        if (outcome.Reason == RunEnd.Interrupted)
        {
            return null;
        }

        ThreadLoad simulated = Load();
        checkers.Complete();
        measures.Complete(outcome.End);
        RunResult result = RunResults.Of(scenario, outcome, facts, checkers);
        RunSummary summary = RunSummary.Of(Describe(id, scenario), result, measures);
        RunFigures figures = Of(summary) with { Shape = RunShape.Of(measures) };
        ExperimentRun run = new(id.Arm, id.Replication) { Seed = scenario.Seed, Figures = figures };
        experiment.Meter?.EndRun(begun, built, simulated);
        return run;
    }

    private (RunOutcome Outcome, ThreadLoad Built) Simulate(
        RunId id, Scenario scenario, InferenceFacts facts, IObserver observer, CancellationToken cancellation)
    {
        if (scenario.Economy is not null)
        {
            return (new EconomyRun(scenario, (ulong)id.Replication).Execute(observer, null, null, cancellation), Load());
        }

        World world = WorldAssembly.Build(
            scenario,
            new WorldEnvironment
            {
                Models = parts.Models,
                Inference = parts.Inference,
                Facts = facts,
                Keys = parts.Keys,
                Replication = (ulong)id.Replication,
            },
            new InlineObservers(observer));
        using Simulation simulation = world.Simulation;
        ThreadLoad built = Load();
        return (simulation.Run(world.Until, null, cancellation), built);
    }

    private ThreadLoad Load() => experiment.Meter is null ? default : ThreadLoad.OfThisThread();

    private RunDescription Describe(RunId id, Scenario scenario) => RunDescriptions.Of(new RunRequest
    {
        Scenario = scenario,
        Name = experiment.Name,
        OutputFolder = experiment.OutputFolder,
        Command = CommandOf(id),
        Replication = (ulong)id.Replication,
    }) with
    {
        ExtraMetrics = asked,
    };

    private static RunFigures Of(RunSummary summary) => new()
    {
        Digest = summary.Result.Digest,
        Facts = summary.Result.Facts,
        Events = summary.Result.Events,
        End = summary.Result.End,
        WarmUp = summary.WarmUp,
        Requests = summary.Requests,
        Checkers = [.. summary.Result.Checkers.Select(Of)],
        Figures = [.. summary.Figures.Where(figure => figure.Estimate is not null).Select(
            figure => new NamedFigure(figure.Question.ToString(), figure.Unit, figure.Estimate!))],
    };

    private static CheckerTally Of(CheckerFinding finding) => new(
        finding.Checker,
        finding.Checked,
        finding.ViolationCount,
        finding.Violations.Count == 0
            ? null
            : $"at {finding.Violations[0].At}, {finding.Violations[0].Subject}: {finding.Violations[0].Description}");

    private ExperimentRun Failed(RunId id, Scenario scenario, string message, string actor, SimTime at) =>
        new(id.Arm, id.Replication)
        {
            Seed = scenario.Seed,
            Failure = new RunFailure(message, actor, at, CommandOf(id)),
        };

    private string CommandOf(RunId id) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{experiment.Command} --arm {id.Arm} --replication {id.Replication}");
}
