using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Users.Choices;

/// <summary>What one user has seen of nodes itself. Nothing in it comes from anybody else.</summary>
public sealed class NodeBook
{
    private readonly SortedDictionary<string, NodeExperience> nodes = new(StringComparer.Ordinal);

    /// <summary>Null for a node that was never asked.</summary>
    public NodeExperience? Find(KnownNode node) => nodes.GetValueOrDefault(node.Name);

    public NodeExperience Of(KnownNode node)
    {
        if (!nodes.TryGetValue(node.Name, out NodeExperience? experience))
        {
            nodes.Add(node.Name, experience = new NodeExperience());
        }

        return experience;
    }

    /// <summary>What it charged last, or else what it posts; zero where it posts nothing.</summary>
    public OpgAmount PriceOf(KnownNode node) => Find(node)?.Price ?? node.Card?.Price ?? OpgAmount.Zero;

    /// <summary>From 0 to <see cref="NodeExperience.FullScore"/>.</summary>
    public int TrustIn(KnownNode node, SimTime now) => Find(node)?.TrustAt(now) ?? NodeExperience.UnknownScore;
}
