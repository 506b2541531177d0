using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A storage node; said once, at the start. From then on nodes must have fetched what they run.</summary>
/// <param name="Name">Actor name.</param>
/// <param name="Group">Name of the group in the scenario.</param>
public sealed record StorageDeclared(string Name, string Group) : Observation;
