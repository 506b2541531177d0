using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Rules of re-execution and of proofs.</summary>
public sealed record AnswerVerificationSettings
{
    /// <summary>What each node has bonded in block 0.</summary>
    public required OpgAmount Bond { get; init; }

    /// <summary>What each verifier has bonded in block 0.</summary>
    public required OpgAmount VerifierBond { get; init; }

    /// <summary>What a node loses for each wrong answer.</summary>
    public required OpgAmount Penalty { get; init; }

    /// <summary>What a verifier loses for each wrong word.</summary>
    public required OpgAmount VerifierPenalty { get; init; }

    /// <summary>Share of a penalty that goes to the other side of the dispute.</summary>
    public required Ratio ReporterShare { get; init; }

    /// <summary>What a report of a check earns.</summary>
    public required OpgAmount Reward { get; init; }

    /// <summary>What the reward account holds in block 0.</summary>
    public required OpgAmount RewardAccount { get; init; }

    /// <summary>Challenge period, in whole seconds.</summary>
    public required SimDuration Window { get; init; }

    /// <summary>Time for rulings, in whole seconds.</summary>
    public required SimDuration Ruling { get; init; }

    /// <summary>From asking for a bond until it is paid back, in whole seconds.</summary>
    public required SimDuration Unbonding { get; init; }

    /// <summary>Share of the power that a ruling must exceed.</summary>
    public required Ratio Quorum { get; init; }

    /// <summary>Between two transactions of a node with commitments.</summary>
    public required SimDuration Commit { get; init; }

    /// <summary>Time in which a full node executes a disputed question.</summary>
    public required SimDuration Judging { get; init; }

    /// <summary>Planted tests for each committed answer.</summary>
    public required Ratio Tests { get; init; }

    /// <summary>Relative distance up to which numbers are taken for the same; 0 compares hashes.</summary>
    public required Ratio Tolerance { get; init; }

    public required ProofSettings Zk { get; init; }
}

/// <summary>What a zero-knowledge proof costs; modelled.</summary>
public sealed record ProofSettings
{
    /// <summary>Time of one proof on the node.</summary>
    public required SimDuration Proving { get; init; }

    /// <summary>Time to check one.</summary>
    public required SimDuration Check { get; init; }

    /// <summary>Length in bytes.</summary>
    public required int Size { get; init; }
}
