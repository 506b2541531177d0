using System.Globalization;
using Simulator.Checkers;
using Simulator.Experiments.Economies;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Reporting;
using Simulator.Scenarios.Worlds;

namespace Simulator.Experiments;

/// <summary>A scenario run once: world, checkers, measures, bundle.</summary>
public static class SingleRun
{
    /// <summary>Runs until the world has drained or someone interrupts; the bundle is whole either way.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="progress">Told now and then how far simulated time has come.</param>
    /// <param name="cancellation">Stops the run between two events.</param>
    /// <exception cref="IOException">The bundle cannot be written; the message says why.</exception>
    /// <exception cref="InvalidDataException">Recorded facts or a model file are damaged; the message says which.</exception>
    /// <exception cref="SimulationFailedException">A bug.</exception>
    public static BundleOutcome Execute(RunRequest request, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        ModelStore models = request.Models ?? ModelStore.Shipped();
        using InferenceEngine engine = new();
        IInference inference = request.ReplayBundle is null ? engine : new RecordedInference(ReadFacts(request.ReplayBundle));
        InferenceFacts facts = new();
        using CheckerSuite checkers = new();
        BundleOptions options = BundleOptions.Default with { Pictures = request.Pictures };
        using BundleWriter bundle = new(request.OutputFolder, RunDescriptions.Of(request), options);
        if (request.Scenario.Economy is not null)
        {
            return Economy(request, bundle, checkers, progress, cancellation);
        }

        using ObserverThread observers = new(bundle, checkers);
        World world = WorldAssembly.Build(
            request.Scenario,
            new WorldEnvironment
            {
                Models = models,
                Inference = inference,
                Facts = facts,
                Keys = EnclaveKeyPool.OfThisMachine,
                Threads = request.Threads,
                Shards = request.Shards,
                Replication = request.Replication,
            },
            observers);
        using Simulation simulation = world.Simulation;
        SimTime until = SimTime.Min(world.Until, request.CutAt ?? world.Until);
        RunOutcome outcome = simulation.Run(until, progress, cancellation);
        if (until < world.Until && outcome.Reason == RunEnd.Finished)
        {
            outcome = outcome with { Reason = RunEnd.Interrupted };
        }

        observers.Finish();
        if (outcome.Reason != RunEnd.Interrupted)
        {
            checkers.Complete();
        }

        WriteFacts(facts, bundle.Folder);
        return bundle.Complete(RunResults.Of(request.Scenario, outcome, facts, checkers));
    }

    private static BundleOutcome Economy(
        RunRequest request,
        BundleWriter bundle,
        CheckerSuite checkers,
        Action<RunProgress>? progress,
        CancellationToken cancellation)
    {
        SimTime? cut = request.CutAt;
        RunOutcome outcome = new EconomyRun(request.Scenario, request.Replication)
            .Execute(new Observers(bundle, checkers), cut, progress, cancellation);
        if (outcome.Reason != RunEnd.Interrupted)
        {
            checkers.Complete();
        }

        InferenceFacts none = new();
        WriteFacts(none, bundle.Folder);
        return bundle.Complete(RunResults.Of(request.Scenario, outcome, none, checkers));
    }

    private static InferenceFacts ReadFacts(string bundle)
    {
        string path = Path.Combine(bundle, FactsFile.Name);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"'{bundle}' holds no {FactsFile.Name}; --replay wants a bundle that a run has written");
        }

        using FileStream stream = File.OpenRead(path);
        return FactsFile.Read(stream) switch
        {
            FactsReading.Loaded loaded => loaded.Facts,
            FactsReading.Malformed malformed => throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"{path}:{malformed.Line}: {malformed.Problem}")),
            FactsReading other => throw Invariant.Unreachable(other),
        };
    }

    private static void WriteFacts(InferenceFacts facts, string folder)
    {
        using FileStream stream = File.Create(Path.Combine(folder, FactsFile.Name));
        FactsFile.Write(facts, stream);
    }
}
