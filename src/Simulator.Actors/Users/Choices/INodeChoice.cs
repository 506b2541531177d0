using Simulator.Actors.Network;

namespace Simulator.Actors.Users.Choices;

/// <summary>A user's rule for whom it asks.</summary>
public interface INodeChoice
{
    /// <summary>True: one node, until the connection to it fails. False: a choice for every request.</summary>
    bool KeepsNode { get; }

    /// <summary>A pure function of its arguments.</summary>
    /// <param name="candidates">At least one; all of them serve the model.</param>
    /// <param name="book">What the user has seen of nodes.</param>
    /// <param name="moment">When, and the luck of this choice.</param>
    KnownNode Choose(IReadOnlyList<KnownNode> candidates, NodeBook book, ChoiceMoment moment);
}
