using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Worlds;

namespace Simulator.Simulation.Tests.Scheduling;

/// <summary>All that the actors of a run said, each with its time.</summary>
internal static class ObservedRun
{
    public static IReadOnlyList<(SimTime At, Observation What)> Of(Scenario scenario)
    {
        using InferenceEngine engine = new();
        Recorder recorder = new();
        Scenarios.Worlds.World world = WorldAssembly.Build(
            scenario,
            new WorldEnvironment
            {
                Models = ModelStore.Shipped(),
                Inference = engine,
                Facts = new InferenceFacts(),
                Keys = EnclaveKeyPool.OfThisMachine,
            },
            recorder);
        using Kernel.Simulation simulation = world.Simulation;
        simulation.Run(world.Until);
        return recorder.Said;
    }

    private sealed class Recorder : IObservationSink
    {
        public List<(SimTime At, Observation What)> Said { get; } = [];

        public void Receive(in ObservedFact fact) => Said.Add((fact.At, fact.What));
    }
}
