using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Network;

/// <summary>A node as its clients know it.</summary>
/// <param name="Name">Name of the gateway actor.</param>
/// <param name="Gateway">Where requests go.</param>
/// <param name="TeeId">keccak of <paramref name="SigningKey"/>.</param>
/// <param name="SigningKey">DER SubjectPublicKeyInfo.</param>
/// <param name="PayTo">Address the node is paid at.</param>
/// <param name="Pin">SHA-256 of the only TLS certificate to trust; null for a client that pins none.</param>
public sealed record KnownNode(
    string Name, ActorRef Gateway, Hash32 TeeId, byte[] SigningKey, Address PayTo, Hash32? Pin = null)
{
    /// <summary>What it posts about itself; null where nobody reads that.</summary>
    public NodeCard? Card { get; init; }
}
