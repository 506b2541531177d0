using Simulator.Primitives;

namespace Simulator.Actors.Storage;

/// <summary>What a storage node is made of.</summary>
public sealed record StorageSettings
{
    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    public required StorageBehaviour Behaviour { get; init; }

    /// <summary>How often it misbehaves: the share of blobs it loses, or of answers it spoils.</summary>
    public required Ratio Misbehaves { get; init; }

    /// <summary>Time from a call to its answer, apart from the links.</summary>
    public required SimDuration Service { get; init; }

    /// <summary>Length of a storage epoch.</summary>
    public required SimDuration Epoch { get; init; }

    /// <summary>Where every blob belongs.</summary>
    public required BlobPlacement Placement { get; init; }

    /// <summary>Blobs that were published before the run began; kept as long as it lasts.</summary>
    public required IReadOnlyList<byte[]> Published { get; init; }
}
