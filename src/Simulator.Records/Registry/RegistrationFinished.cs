using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>An operator learned what became of a registration it sent.</summary>
/// <param name="TeeId">The identity it tried to register.</param>
/// <param name="Node">Actor name of the node's gateway.</param>
/// <param name="Group">Name of the node's group in the scenario.</param>
/// <param name="Attack">The way in which the papers were false; null when they were not.</param>
/// <param name="Refusal">The registry's error name, or null when the enclave is on record.</param>
/// <param name="Transaction">The registration.</param>
public sealed record RegistrationFinished(
    Hash32 TeeId,
    string Node,
    string Group,
    string? Attack,
    string? Refusal,
    Hash32 Transaction) : Observation;
