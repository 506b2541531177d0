namespace Simulator.Chain.Tests.Consensus;

/// <summary>What a validator of the abstract network does.</summary>
public enum Behaviour
{
    Correct,

    /// <summary>Says nothing.</summary>
    Silent,

    /// <summary>Sends each vote to one half and another vote to the other half.</summary>
    Equivocates,

    /// <summary>Proposes one block to one half and another to the rest.</summary>
    ProposesTwo,

    /// <summary>Votes for invented and old blocks, in far rounds and foreign heights.</summary>
    Nonsense,

    /// <summary>Forgets its lock in every round.</summary>
    Amnesia,

    /// <summary>Prevotes and precommits every block it hears of.</summary>
    Eager,

    /// <summary>One of a coalition that shows one half one block and the other half another.</summary>
    SplitVote,
}
