using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Users.Choices;

/// <summary>Any node of the best tier of trust that is there, with equal chances.</summary>
public sealed class TrustedNode(Ratio explores) : RankedNodes(explores)
{
    protected override IReadOnlyList<Int128> Score(IReadOnlyList<KnownNode> candidates, NodeBook book, SimTime now) =>
        [.. candidates.Select(node => (Int128)NodeExperience.TierOf(book.TrustIn(node, now)))];
}
