using Simulator.Actors.Storage;
using Simulator.Inference.Catalogue;
using Simulator.Protocol.Blobs;

namespace Simulator.Actors.Enclaves;

/// <summary>Where an enclave gets its models from, in a network with storage.</summary>
public sealed record ModelSupply
{
    public required BlobPlacement Placement { get; init; }

    /// <summary>Models it fetches when it starts, by reference and blob id.</summary>
    public required IReadOnlyList<ModelLookup.Found> Wanted { get; init; }

    /// <summary>Ids of every published model.</summary>
    public required IReadOnlySet<BlobId> Published { get; init; }

    /// <summary>False only where a planted bug runs whatever arrives.</summary>
    public bool ChecksIds { get; init; } = true;
}
