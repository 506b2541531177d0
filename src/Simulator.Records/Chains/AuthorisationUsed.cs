using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A settlement contract moved money under a signed authorisation.</summary>
/// <param name="Chain">Name of the chain.</param>
/// <param name="Height">Block height.</param>
/// <param name="Transaction">Transaction hash.</param>
/// <param name="Payer">Owner of the tokens.</param>
/// <param name="Nonce">Permit2 nonce.</param>
/// <param name="Recipient">Who received.</param>
/// <param name="Amount">What moved.</param>
public sealed record AuthorisationUsed(
    string Chain,
    long Height,
    Hash32 Transaction,
    Address Payer,
    UInt256 Nonce,
    Address Recipient,
    OpgAmount Amount) : Observation;
