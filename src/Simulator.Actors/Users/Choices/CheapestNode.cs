using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Users.Choices;

/// <summary>The lowest price: what the node charged last, or what it posts. Nothing else counts.</summary>
public sealed class CheapestNode() : RankedNodes(Ratio.Zero)
{
    protected override IReadOnlyList<Int128> Score(IReadOnlyList<KnownNode> candidates, NodeBook book, SimTime now) =>
        [.. candidates.Select(node => -(Int128)book.PriceOf(node).BaseUnits)];
}
