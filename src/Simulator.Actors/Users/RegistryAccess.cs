using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users;

/// <summary>How a client reads the registry.</summary>
public sealed record RegistryAccess
{
    /// <summary>The full node it asks.</summary>
    public required ActorRef FullNode { get; init; }

    public required Address Registry { get; init; }

    /// <summary>Between two readings of the list of active enclaves.</summary>
    public required SimDuration Refresh { get; init; }

    public required StandingCheck Check { get; init; }

    /// <summary>Who answers under a base URL: the part of the world's name service.</summary>
    public required IReadOnlyDictionary<string, (string Name, ActorRef Gateway)> Endpoints { get; init; }

    /// <summary>What nodes post at their endpoints about models and prices, by the node's name; a node may post nothing.</summary>
    public IReadOnlyDictionary<string, NodeCard> Cards { get; init; } = new SortedDictionary<string, NodeCard>();
}
