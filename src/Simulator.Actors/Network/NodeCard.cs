using Simulator.Primitives;

namespace Simulator.Actors.Network;

/// <summary>What a node posts about itself where clients find it: its models and its price.</summary>
/// <param name="Models">Names and versions it serves; null for every published model.</param>
/// <param name="Price">Posted price of one answer; what is charged may be another.</param>
public sealed record NodeCard(IReadOnlyList<string>? Models, OpgAmount Price)
{
    public bool Serves(string model) => Models is null || Models.Contains(model);
}
