using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Facilitators that are alike.</summary>
public sealed record FacilitatorGroup
{
    public required string Name { get; init; }

    /// <summary>At least one.</summary>
    public required int Count { get; init; }

    /// <summary>Time to check the fields and the signature of one payment.</summary>
    public required SimDuration Service { get; init; }

    /// <summary>Time to sign one settlement transaction.</summary>
    public required SimDuration Signing { get; init; }

    /// <summary>Settlements that may wait; one more is refused.</summary>
    public required int Queue { get; init; }
}
