using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Users.Choices;

/// <summary>The shortest latency that the user itself has seen, as a moving average; a node never asked comes first.</summary>
public sealed class FastestNode(Ratio explores) : RankedNodes(explores)
{
    protected override IReadOnlyList<Int128> Score(IReadOnlyList<KnownNode> candidates, NodeBook book, SimTime now) =>
        [.. candidates.Select(node => -(Int128)(book.Find(node)?.Latency ?? SimDuration.Zero).Nanoseconds)];
}
