using Simulator.Actors.Network;

namespace Simulator.Actors.Users.Choices;

/// <summary>Any node with equal chances, and then that one: what the network's client library does (protocol facts §7.1).</summary>
public sealed class RandomNode : INodeChoice
{
    public bool KeepsNode => true;

    public KnownNode Choose(IReadOnlyList<KnownNode> candidates, NodeBook book, ChoiceMoment moment) =>
        candidates[(int)moment.Random.Draw(Draws.ChosenNode, moment.Number).Below(candidates.Count)];
}
