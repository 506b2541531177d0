using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

/// <summary>
/// The rules of re-execution. Own design: the network says that stake is lost for an invalid proof, and no figures.
/// </summary>
public sealed record VerificationSettings
{
    /// <summary>What a node loses for a wrong answer; it must have that much bonded to commit answers.</summary>
    public OpgAmount Penalty { get; init; } = OpgAmount.OneOpg;

    /// <summary>What a verifier loses for a false accusation, or for approving a wrong answer.</summary>
    public OpgAmount VerifierPenalty { get; init; } = OpgAmount.OneOpg;

    /// <summary>What a report that an answer is right earns, as long as the reward account holds it.</summary>
    public OpgAmount Reward { get; init; }

    /// <summary>Seconds after its block in which an answer can be reported on or challenged.</summary>
    public ulong WindowSeconds { get; init; } = 60;

    /// <summary>Seconds after a challenge in which full nodes rule on it.</summary>
    public ulong RulingSeconds { get; init; } = 60;

    /// <summary>Seconds from asking for a bond until it is paid back; it can be slashed until then.</summary>
    public ulong UnbondingSeconds { get; init; } = 600;

    /// <summary>A ruling needs more than this share of the power.</summary>
    public Ratio Quorum { get; init; } = new(2, 3);

    /// <summary>Share of a penalty that goes to the other side of the dispute; the rest is burned.</summary>
    public Ratio ReporterShare { get; init; } = new(1, 4);

    /// <summary>Who rules, and with which power.</summary>
    public IReadOnlyList<(Address Juror, long Power)> Jurors { get; init; } = [];

    /// <summary>Seconds after its window for which the state of an answer can still be asked.</summary>
    public ulong KeepSeconds { get; init; } = 3_600;
}
