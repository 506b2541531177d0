using Simulator.Protocol.Blobs;

namespace Simulator.Actors.Storage;

/// <summary>Who fetches, from where, and what it knows.</summary>
public sealed record BlobFetcherSettings
{
    /// <summary>Name under which fetches are told: the owner's party.</summary>
    public required string Client { get; init; }

    public required BlobPlacement Placement { get; init; }

    /// <summary>Ids the client knows of; content with one of them is a substitute and no accident.</summary>
    public required IReadOnlySet<BlobId> Published { get; init; }

    /// <summary>False only where a planted bug skips the check.</summary>
    public bool ChecksIds { get; init; } = true;
}
