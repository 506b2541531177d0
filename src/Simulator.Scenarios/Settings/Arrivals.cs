using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>When one user sends requests.</summary>
public abstract record Arrivals
{
    private Arrivals()
    {
    }

    /// <summary>Independent of the past: exponential gaps with mean <c>Rate.Period / Rate.Count</c>.</summary>
    public sealed record Poisson(Rate Rate) : Arrivals;

    /// <summary>At equal gaps.</summary>
    public sealed record Every(SimDuration Gap) : Arrivals;
}
