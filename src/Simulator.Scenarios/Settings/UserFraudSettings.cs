using Simulator.Actors.Users.Frauds;
using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>How a group of users cheats.</summary>
public sealed record UserFraudSettings
{
    public required UserFraudKind Kind { get; init; }

    /// <summary>Share of the occasions, in [0, 1].</summary>
    public required Ratio Share { get; init; }

    /// <summary>For wash trading: the group of nodes that is the cheater's own.</summary>
    public string? Nodes { get; init; }
}
