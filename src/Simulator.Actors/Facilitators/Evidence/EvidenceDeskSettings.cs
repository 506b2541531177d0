using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>What the evidence side of a facilitator is made of.</summary>
public sealed record EvidenceDeskSettings
{
    /// <summary>Group of the facilitator in the scenario.</summary>
    public required string Group { get; init; }

    /// <summary>Name of the facilitator; its workers are named after it.</summary>
    public required string Facilitator { get; init; }

    /// <summary>The account that batches are settled from.</summary>
    public required PrivateKey BatchKey { get; init; }

    /// <summary>The account that individual settlements are sent from.</summary>
    public required PrivateKey IndividualKey { get; init; }

    public required BatchBufferLimits Limits { get; init; }

    /// <summary>How often a failed individual job is run again; the service never does.</summary>
    public required int Retries { get; init; }

    /// <summary>Virtual time to build the tree of one batch.</summary>
    public required SimDuration BuildingTime { get; init; }

    /// <summary>Virtual time to sign one transaction.</summary>
    public required SimDuration SigningTime { get; init; }

    /// <summary>A full node of the inference chain.</summary>
    public required ActorRef Chain { get; init; }

    public required ulong ChainId { get; init; }

    /// <summary>The settlement relay contract.</summary>
    public required Address Relay { get; init; }

    /// <summary>The storage node that blobs are uploaded to.</summary>
    public required ActorRef Storage { get; init; }
}
