using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A node that does not serve every published model says which ones it serves.</summary>
/// <param name="Node">Actor name of its gateway.</param>
/// <param name="Models">Names and versions, at least one.</param>
public sealed record ModelsDeclared(string Node, IReadOnlyList<string> Models) : Observation;
