using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Facilitators that are alike.</summary>
public sealed record FacilitatorGroup
{
    public required string Name { get; init; }

    /// <summary>At least one.</summary>
    public required int Count { get; init; }

    /// <summary>Time to handle one verify or settle call, without cryptography.</summary>
    public required SimDuration Service { get; init; }

    /// <summary>Calls that may wait; one more is refused.</summary>
    public required int Queue { get; init; }

    public required string Region { get; init; }

    public required string Behaviour { get; init; }
}
