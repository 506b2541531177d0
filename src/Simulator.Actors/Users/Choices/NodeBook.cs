using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Users.Choices;

/// <summary>What one user has seen of nodes itself, and what it has read of rulings about them on chain.</summary>
public sealed class NodeBook
{
    private readonly SortedDictionary<string, NodeExperience> nodes = new(StringComparer.Ordinal);

    /// <summary>Null for a node that was never asked.</summary>
    public NodeExperience? Find(KnownNode node) => nodes.GetValueOrDefault(node.Name);

    public NodeExperience Of(KnownNode node) => Of(node.Name);

    /// <summary>A ruling about an answer of a node, whether it was ever asked or not; the score of trust after it.</summary>
    public int Judge(string node, bool isGood, int weight, SimTime now)
    {
        NodeExperience experience = Of(node);
        experience.Judge(isGood, weight, now);
        return experience.TrustAt(now);
    }

    /// <summary>What it charged last, or else what it posts; zero where it posts nothing.</summary>
    public OpgAmount PriceOf(KnownNode node) => Find(node)?.Price ?? node.Card?.Price ?? OpgAmount.Zero;

    /// <summary>From 0 to <see cref="NodeExperience.FullScore"/>.</summary>
    public int TrustIn(KnownNode node, SimTime now) => Find(node)?.TrustAt(now) ?? NodeExperience.UnknownScore;

    private NodeExperience Of(string node)
    {
        if (!nodes.TryGetValue(node, out NodeExperience? experience))
        {
            nodes.Add(node, experience = new NodeExperience());
        }

        return experience;
    }
}
