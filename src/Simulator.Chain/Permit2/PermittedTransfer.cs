using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Permit2;

/// <summary>
/// The signed terms of a Permit2 transfer: which token, at most how much, under which nonce, until when.
/// </summary>
/// <param name="Token">The permitted token.</param>
/// <param name="Amount">The most that may be taken, in base units.</param>
/// <param name="Nonce">Unordered: bit (nonce mod 256) of the owner's word (nonce ÷ 256).</param>
/// <param name="Deadline">Unix time in seconds; the deadline itself is still valid.</param>
public sealed record PermittedTransfer(Address Token, UInt256 Amount, UInt256 Nonce, UInt256 Deadline);
