using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>An event of the TEE registry, said by the chain's record before the block that holds it.</summary>
/// <param name="Height">Block on the inference chain.</param>
/// <param name="UnixTime">That block's time in seconds.</param>
/// <param name="Change">What happened.</param>
/// <param name="TeeId">The enclave; zero where a measurement is concerned.</param>
/// <param name="Measurement">Hash of the measurements; zero where the event does not name them.</param>
/// <param name="TeeType">0: answers requests; 1: validates.</param>
/// <param name="Transaction">The transaction that did it; zero for what block 0 settles.</param>
public sealed record RegistryChanged(
    long Height,
    long UnixTime,
    RegistryChange Change,
    Hash32 TeeId,
    Hash32 Measurement,
    byte TeeType,
    Hash32 Transaction) : Observation;
