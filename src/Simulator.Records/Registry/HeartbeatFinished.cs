using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>An enclave learned what became of a heartbeat, after the attempts it makes.</summary>
/// <param name="TeeId">The enclave.</param>
/// <param name="Node">Actor name of the node's gateway.</param>
/// <param name="Attempts">How many it took; from 1.</param>
/// <param name="Refusal">Why the last attempt failed, or null when the registry took it.</param>
public sealed record HeartbeatFinished(Hash32 TeeId, string Node, int Attempts, string? Refusal) : Observation;
