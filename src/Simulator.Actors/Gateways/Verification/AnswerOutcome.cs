namespace Simulator.Actors.Gateways.Verification;

/// <summary>What became of an answer that had to be verified.</summary>
public enum AnswerOutcome
{
    Unset = 0,

    /// <summary>It stands, and can be paid for.</summary>
    Verified,

    /// <summary>It was ruled to be wrong, and the node was slashed.</summary>
    Convicted,

    /// <summary>Nobody will ever know: not committed, or too few ruled.</summary>
    Unresolved,
}
