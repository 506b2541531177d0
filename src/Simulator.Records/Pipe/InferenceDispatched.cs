using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A full node gave a pending request to an inference node.</summary>
/// <param name="Request">Keccak-256 of the transaction hash.</param>
/// <param name="TeeId">The node's enclave.</param>
/// <param name="Height">Height of the chain then.</param>
public sealed record InferenceDispatched(Hash32 Request, Hash32 TeeId, long Height) : Observation;
