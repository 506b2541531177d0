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

    /// <summary>How often a settlement that failed on the way is tried again.</summary>
    public required int Retry { get; init; }

    /// <summary>Null for a group that does not cheat.</summary>
    public FacilitatorFraudSettings? Fraud { get; init; }
}
