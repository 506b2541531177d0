using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>How long after an invoice a user pays it.</summary>
public abstract record PaysAfter
{
    private PaysAfter()
    {
    }

    /// <summary>The same for every invoice; zero is at once.</summary>
    public sealed record Always(SimDuration Span) : PaysAfter;

    /// <summary>Exponential, with this mean.</summary>
    public sealed record Exponential(SimDuration Mean) : PaysAfter;
}
