using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Simulation.Tests.Determinism;

/// <summary>Sees every handled event, counts them, and remembers when a limit was reached.</summary>
internal sealed class CountingTrace(long limit = long.MaxValue)
    : IEventTrace, IDisposable
{
    private readonly CancellationTokenSource reached = new();

    public long Count { get; private set; }

    /// <summary>Time of the event at the limit; null when the run had fewer.</summary>
    public SimTime? LimitAt { get; private set; }

    /// <summary>Cancelled at the limit.</summary>
    public CancellationToken Reached => reached.Token;

    public void Dispose() => reached.Dispose();

    public void Handled(in HandledEvent handled)
    {
        if (++Count == limit)
        {
            LimitAt = handled.At;
            reached.Cancel();
        }
    }
}
