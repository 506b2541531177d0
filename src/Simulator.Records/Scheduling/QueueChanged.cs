using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>The number of requests that wait for a slot of an enclave is another one from now on; zero at the start.</summary>
/// <param name="Node">Actor name of its gateway.</param>
/// <param name="Waiting">Requests that wait.</param>
public sealed record QueueChanged(string Node, int Waiting) : Observation;
