using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Permit2;

/// <summary>A payer's signed permission to take up to an amount of a token through one spender, once.</summary>
/// <param name="From">The payer, who signs; not part of the signed data.</param>
/// <param name="Token">The token.</param>
/// <param name="Amount">The most that may be taken, in atomic units.</param>
/// <param name="Spender">The proxy contract that calls Permit2.</param>
/// <param name="Nonce">Unordered: any number whose bit the payer has not used yet.</param>
/// <param name="Deadline">Unix seconds; still valid at the deadline itself.</param>
/// <param name="Witness">Recipient, facilitator and earliest time, bound by the proxy.</param>
public sealed record Permit2Authorization(
    Address From,
    Address Token,
    UInt256 Amount,
    Address Spender,
    UInt256 Nonce,
    UInt256 Deadline,
    Permit2Witness Witness);
