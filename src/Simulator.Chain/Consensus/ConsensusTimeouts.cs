using Simulator.Primitives;

namespace Simulator.Chain.Consensus;

/// <summary>How long a validator waits in each step; the defaults are the network's (protocol facts §5.7).</summary>
public sealed record ConsensusTimeouts
{
    public SimDuration Propose { get; init; } = SimDuration.FromSeconds(2);

    /// <summary>What <see cref="Propose"/> grows by in every round.</summary>
    public SimDuration ProposeGrowth { get; init; } = SimDuration.FromMilliseconds(200);

    public SimDuration Prevote { get; init; } = SimDuration.FromMilliseconds(500);

    public SimDuration PrevoteGrowth { get; init; } = SimDuration.FromMilliseconds(200);

    public SimDuration Precommit { get; init; } = SimDuration.FromMilliseconds(500);

    public SimDuration PrecommitGrowth { get; init; } = SimDuration.FromMilliseconds(200);

    /// <summary>Between a commit and the next height.</summary>
    public SimDuration Commit { get; init; } = SimDuration.FromSeconds(1);

    public SimDuration Of(TimeoutKind kind, int round) => kind switch
    {
        TimeoutKind.Propose => Propose + (ProposeGrowth * round),
        TimeoutKind.Prevote => Prevote + (PrevoteGrowth * round),
        TimeoutKind.Precommit => Precommit + (PrecommitGrowth * round),
        TimeoutKind.Commit => Commit,
        TimeoutKind.Unset => throw Invariant.Unreachable(kind),
    };
}
