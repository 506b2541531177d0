using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A block carries a result next to a transaction that asked for it.</summary>
/// <param name="Chain">Name of the chain.</param>
/// <param name="Height">Block height.</param>
/// <param name="Transaction">Transaction hash.</param>
/// <param name="Since">Height of the chain when the proposer took the transaction.</param>
/// <param name="Request">Which request the result says it answers.</param>
/// <param name="TeeId">Who signed it.</param>
/// <param name="Output">ABI-encoded output; empty for a refusal.</param>
/// <param name="Refusal">Why no model can answer, by name; empty for an answer.</param>
/// <param name="Timestamp">Unix seconds at signing.</param>
/// <param name="Signature">RSA-PSS signature bytes.</param>
public sealed record InferenceIncluded(
    string Chain,
    long Height,
    Hash32 Transaction,
    long Since,
    Hash32 Request,
    Hash32 TeeId,
    byte[] Output,
    string Refusal,
    long Timestamp,
    byte[] Signature) : Observation;
