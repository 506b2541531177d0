using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>An enclave whose queue is full does not compute a request.</summary>
/// <param name="Node">Actor name of its gateway.</param>
/// <param name="Group">The node's group in the scenario.</param>
/// <param name="Name">The refusal: <c>queue_full</c> for one that just came, <c>queue_dropped</c> for one that waited.</param>
/// <param name="Waited">How long it had waited.</param>
public sealed record WorkTurnedAway(string Node, string Group, string Name, SimDuration Waited) : Observation;
