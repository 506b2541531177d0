namespace Simulator.Chain.Consensus;

/// <summary>Where in a height a validator is. Zero is deliberately not a step.</summary>
public enum ConsensusStep
{
    Unset = 0,

    /// <summary>Waits for the round's proposal.</summary>
    Propose,

    /// <summary>Has prevoted.</summary>
    Prevote,

    /// <summary>Has precommitted.</summary>
    Precommit,

    /// <summary>The height is decided; the next one has not begun.</summary>
    Commit,
}
