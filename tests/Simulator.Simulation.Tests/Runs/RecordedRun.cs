using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Worlds;

namespace Simulator.Simulation.Tests.Runs;

/// <summary>A run without a bundle: its outcome and all that its actors said, in order.</summary>
internal sealed record RecordedRun(RunOutcome Outcome, string Facts, IReadOnlyList<string> Said)
{
    public static RecordedRun Of(
        Scenario scenario, IEventTrace? trace = null, SimTime? cut = null, CancellationToken cancellation = default)
    {
        using InferenceEngine engine = new();
        InferenceFacts facts = new();
        Recorder recorder = new();
        WorldEnvironment environment = new()
        {
            Models = ModelStore.Shipped(),
            Inference = engine,
            Facts = facts,
            Keys = EnclaveKeyPool.OfThisMachine,
            Trace = trace,
        };
        Scenarios.Worlds.World world = WorldAssembly.Build(scenario, environment, recorder);
        using Kernel.Simulation simulation = world.Simulation;
        RunOutcome outcome = simulation.Run(SimTime.Min(world.Until, cut ?? world.Until), null, cancellation);
        return new RecordedRun(outcome, facts.Hash().ToBareString(), recorder.Said);
    }

    private sealed class Recorder : IObservationSink
    {
        public List<string> Said { get; } = [];

        public void Receive(in ObservedFact fact) => Said.Add($"{fact.At} {fact.Actor}: {fact.What}");
    }
}
