using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Consensus;

/// <summary>What a <see cref="ConsensusMachine"/> asks of the world around it: its effects.</summary>
public interface IConsensusHost
{
    /// <summary>Makes a new block on top of the last committed one; its hash.</summary>
    Hash32 MakeBlock(long height, int round);

    /// <summary>Signs a proposal and sends it to everybody else.</summary>
    /// <returns>The proposal, or null when signing it would contradict an earlier signature.</returns>
    Proposal? Propose(long height, int round, int polRound, Hash32 block, IReadOnlyList<Vote> justification);

    /// <summary>Signs a vote and sends it to everybody else.</summary>
    /// <returns>The vote, or null when signing it would contradict an earlier signature.</returns>
    Vote? Cast(VoteType type, long height, int round, Hash32 block);

    /// <summary>Calls <see cref="ConsensusMachine.Expire"/> with the same arguments after the span.</summary>
    void Schedule(TimeoutKind kind, long height, int round, SimDuration after);

    /// <summary>Remembers what a restart must not forget (the lock), before any vote that depends on it.</summary>
    void Remember(ConsensusLock held);

    /// <summary>The height is decided.</summary>
    void Commit(CommitCertificate certificate);

    /// <summary>A validator signed two votes where it may sign one.</summary>
    void Report(DuplicateVote evidence);
}
