using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A node can prove its answers.</summary>
/// <param name="Node">Name of the node.</param>
public sealed record ProverDeclared(string Node) : Observation;
