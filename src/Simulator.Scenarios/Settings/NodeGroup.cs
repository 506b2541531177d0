using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Inference nodes that are alike.</summary>
public sealed record NodeGroup
{
    public required string Name { get; init; }

    /// <summary>At least one.</summary>
    public required int Count { get; init; }

    /// <summary>Name of a <see cref="HardwareProfile"/>.</summary>
    public required string Hardware { get; init; }

    /// <summary>Posted price of one inference.</summary>
    public required OpgAmount Price { get; init; }

    /// <summary>Requests that may wait; one more is refused.</summary>
    public required int Queue { get; init; }
}
