using Simulator.Kernel;

namespace Simulator.Simulation.Tests.Determinism;

/// <summary>Sees every handled event and only counts.</summary>
internal sealed class CountingTrace : IEventTrace
{
    public long Count { get; private set; }

    public void Handled(in HandledEvent handled) => Count++;
}
