using Simulator.Actors.Storage;
using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Storage nodes that are alike.</summary>
public sealed record StorageGroup
{
    public required string Name { get; init; }

    /// <summary>At least one.</summary>
    public required int Count { get; init; }

    /// <summary>How many nodes of the group hold each blob; all of them where it has fewer.</summary>
    public required int Replicas { get; init; }

    public required StorageBehaviour Behaviour { get; init; }

    /// <summary>Share of blobs that it loses, or of answers that it spoils.</summary>
    public required Ratio Misbehaves { get; init; }

    /// <summary>Time from a call to its answer, apart from the links.</summary>
    public required SimDuration Service { get; init; }

    /// <summary>Length of a storage epoch.</summary>
    public required SimDuration Epoch { get; init; }
}
