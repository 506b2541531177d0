using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Consensus;

/// <summary>Who may vote, and with how much weight.</summary>
/// <param name="Name">Actor name.</param>
/// <param name="PublicKey">Ed25519, 32 bytes.</param>
/// <param name="Power">≥ 1.</param>
/// <param name="Operator">The account whose stake answers for it.</param>
public sealed record Validator(string Name, byte[] PublicKey, long Power, Address Operator)
{
    /// <summary>Breaks ties of the proposer rotation: the first 20 bytes of SHA-256 of the key.</summary>
    public Address Address { get; } = Ed25519Key.AddressOf(PublicKey);
}
