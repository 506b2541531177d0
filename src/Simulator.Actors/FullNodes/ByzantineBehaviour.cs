namespace Simulator.Actors.FullNodes;

/// <summary>What a validator does instead of following the protocol.</summary>
public enum ByzantineBehaviour
{
    /// <summary>It follows the protocol.</summary>
    None = 0,

    /// <summary>It says nothing.</summary>
    Silent,

    /// <summary>It signs two votes where it may sign one, and sends both to everybody.</summary>
    Equivocate,

    /// <summary>With its coalition it shows one half one block with their votes, and the other half another.</summary>
    SplitVote,

    /// <summary>It proposes one block to one half and another to the other half.</summary>
    ProposeTwo,

    /// <summary>It forgets its lock in every round.</summary>
    Amnesia,

    /// <summary>Its blocks hold no transaction, whatever waits.</summary>
    Censor,
}
