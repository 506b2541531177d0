using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A full node took a transaction that asks for inference, and has it computed before any block.</summary>
/// <param name="Chain">Name of the chain.</param>
/// <param name="Transaction">Transaction hash.</param>
/// <param name="Request">Keccak-256 of the transaction hash.</param>
/// <param name="Height">Height of the chain then.</param>
public sealed record InferencePending(string Chain, Hash32 Transaction, Hash32 Request, long Height) : Observation;
