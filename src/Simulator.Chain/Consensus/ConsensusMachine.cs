using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Consensus;

/// <summary>One validator's part in the Tendermint algorithm, as CometBFT runs it. Pure: no clock, no network.</summary>
/// <remarks>
/// Source: Buchman, Kwon, Milosevic, "The latest gossip on BFT consensus", arXiv 1807.04938, algorithm 1; each rule
/// names its lines there. What comes in has passed its signature check. A step follows from the votes heard so far and
/// the timeouts that ran out; everything it causes goes through <see cref="IConsensusHost"/>. Only the current height
/// is kept.
/// </remarks>
public sealed partial class ConsensusMachine
{
    /// <summary>Index of one that follows without voting.</summary>
    public const int Observer = -1;

    // A proposal so many rounds ahead is nobody's honest one, and finding its proposer would cost.
    private const int FarthestRound = 1_000;

    private readonly ValidatorSet validators;
    private readonly ConsensusTimeouts timeouts;
    private readonly int self;
    private readonly IConsensusHost host;
    private readonly ProposerRotation rotation;
    private readonly HeightVotes votes;
    private int decidedRound;

    /// <param name="validators">Fixed for the life of the machine.</param>
    /// <param name="timeouts">How long to wait.</param>
    /// <param name="self">Own index, or <see cref="Observer"/>.</param>
    /// <param name="host">Where effects go.</param>
    public ConsensusMachine(ValidatorSet validators, ConsensusTimeouts timeouts, int self, IConsensusHost host)
    {
        Invariant.That(self == Observer || validators.Contains(self));
        this.validators = validators;
        this.timeouts = timeouts;
        this.self = self;
        this.host = host;
        rotation = new ProposerRotation(validators);
        votes = new HeightVotes(validators);
    }

    /// <summary>Counted from 1; 0 before <see cref="Begin"/>.</summary>
    public long Height { get; private set; }

    public int Round { get; private set; }

    public ConsensusStep Step { get; private set; }

    /// <summary>The lock and the valid block of this height.</summary>
    public ConsensusLock Held { get; private set; }

    /// <summary>Begins a height: the next one, or a later one after catching up.</summary>
    /// <param name="height">Above the current one.</param>
    /// <param name="held">The lock a restarted validator remembers; it counts for its own height only.</param>
    public void Begin(long height, ConsensusLock held = default)
    {
        Invariant.That(height > Height);
        votes.Clear();
        Height = height;
        Held = held.Height == height ? held : ConsensusLock.None(height);
        decidedRound = ConsensusLock.NoRound;
        StartRound(0);
        Act();
    }

    /// <summary>A proposal whose signature, and whose justification's signatures, hold.</summary>
    /// <param name="proposal">Anything but this height's rightful one is ignored.</param>
    /// <param name="isValid">Whether the block may follow the last committed one.</param>
    public void Receive(Proposal proposal, bool isValid)
    {
        if (!IsRightful(proposal) || votes.Admit(proposal.Round, proposal.Proposer, Round) is not { Proposal: null })
        {
            return;
        }

        Take(proposal, isValid);
        Act();
    }

    /// <summary>A vote whose signature holds; anything but this height's is ignored.</summary>
    public void Receive(Vote vote)
    {
        if (vote.Height != Height || vote.Round < 0 || vote.Type == VoteType.Unset || !validators.Contains(vote.Validator))
        {
            return;
        }

        if (Count(vote) || vote.Round > Round)
        {
            Skip(vote.Round);
            Act();
        }
    }

    /// <summary>A timeout ran out; one that no longer matters is ignored.</summary>
    public void Expire(TimeoutKind kind, long height, int round)
    {
        if (height != Height)
        {
            return;
        }

        switch (kind)
        {
            // Lines 57-60.
            case TimeoutKind.Propose when round == Round && Step == ConsensusStep.Propose: Prevote(Hash32.Zero); break;

            // Lines 61-64.
            case TimeoutKind.Prevote when round == Round && Step == ConsensusStep.Prevote: Precommit(Hash32.Zero); break;

            // Lines 65-67.
            case TimeoutKind.Precommit when round == Round && Step != ConsensusStep.Commit: StartRound(round + 1); break;
            case TimeoutKind.Commit when Step == ConsensusStep.Commit: Begin(Height + 1); return;
            default: return;
        }

        Act();
    }

    /// <summary>Gives up the lock. Only a faulty validator does that.</summary>
    public void Forget() => Held = ConsensusLock.None(Height);

    /// <summary>Index of the proposer of a round of this height.</summary>
    public int ProposerOf(int round) => rotation.ProposerOf(Height, round);

    // Lines 11-21.
    private void StartRound(int round)
    {
        Round = round;
        Step = ConsensusStep.Propose;
        host.Schedule(TimeoutKind.Propose, Height, round, timeouts.Of(TimeoutKind.Propose, round));
        if (self == Observer || rotation.ProposerOf(Height, round) != self)
        {
            return;
        }

        bool again = Held.ValidRound >= 0;
        Hash32 block = again ? Held.ValidBlock : host.MakeBlock(Height, round);
        Vote[] justification = again ? votes[Held.ValidRound].Prevotes.VotesFor(block) : [];
        int polRound = again ? Held.ValidRound : Proposal.NoPolRound;
        if (host.Propose(Height, round, polRound, block, justification) is { } proposal && votes[round].Proposal is null)
        {
            Take(proposal, isValid: true);
        }
    }

    private bool IsRightful(Proposal proposal) =>
        proposal.Height == Height && proposal.Round >= 0 && proposal.Round <= Round + FarthestRound
        && proposal.PolRound >= Proposal.NoPolRound && proposal.PolRound < proposal.Round
        && proposal.Proposer == rotation.ProposerOf(Height, proposal.Round);

    private void Take(Proposal proposal, bool isValid)
    {
        RoundVotes round = votes[proposal.Round];
        round.Proposal = proposal;
        round.IsProposalValid = isValid;
        round.IsProposalJustified = IsJustified(proposal);
        foreach (Vote vote in proposal.Justification)
        {
            if (vote.Height == Height && vote.Round == proposal.PolRound && validators.Contains(vote.Validator))
            {
                Count(vote);
            }
        }
    }

    // Of its own and not by the tally: a tally keeps each voter's first vote, which may be an equivocator's other one.
    private bool IsJustified(Proposal proposal)
    {
        bool[] counted = new bool[proposal.Justification.Count == 0 ? 0 : validators.Count];
        long power = 0;
        foreach (Vote vote in proposal.Justification)
        {
            if (vote.Type == VoteType.Prevote && vote.Height == Height && vote.Round == proposal.PolRound
                && vote.Block == proposal.Block && validators.Contains(vote.Validator) && !counted[vote.Validator])
            {
                counted[vote.Validator] = true;
                power += validators[vote.Validator].Power;
            }
        }

        return validators.IsQuorum(power);
    }

    /// <returns>True when a threshold was crossed.</returns>
    private bool Count(Vote vote)
    {
        if (votes.Admit(vote.Round, vote.Validator, Round) is not { } round)
        {
            return false;
        }

        VoteTally tally = round[vote.Type];
        bool crossed = tally.Add(vote, out DuplicateVote? evidence);
        if (evidence is not null)
        {
            host.Report(evidence);
        }

        bool decides = crossed && vote.Type == VoteType.Precommit && decidedRound < 0
            && tally.HasQuorumBlock && tally.QuorumBlock != Hash32.Zero;
        decidedRound = decides ? vote.Round : decidedRound;
        return crossed;
    }

    // Lines 55-56.
    private void Skip(int round)
    {
        if (round > Round && Step != ConsensusStep.Commit && votes.Find(round) is { } later
            && validators.IsMoreThanAThird(later.VotersPower()))
        {
            StartRound(round);
        }
    }

    private void Act()
    {
        while (Step != ConsensusStep.Commit && (TryCommit() || TryPrevote() || TryLock() || TryGiveUp()))
        {
        }
    }

    // Lines 49-54. The block may be known from another round's proposal: its hash is the same block.
    private bool TryCommit()
    {
        if (decidedRound < 0 || !IsKnownValid(votes[decidedRound].Precommits.QuorumBlock))
        {
            return false;
        }

        VoteTally precommits = votes[decidedRound].Precommits;
        Hash32 block = precommits.QuorumBlock;
        Step = ConsensusStep.Commit;
        host.Schedule(TimeoutKind.Commit, Height, Round, timeouts.Of(TimeoutKind.Commit, Round));
        host.Commit(new CommitCertificate(Height, decidedRound, block, precommits.VotesFor(block)));
        return true;
    }

    private bool IsKnownValid(Hash32 block)
    {
        foreach ((_, RoundVotes round) in votes.Rounds)
        {
            if (round.IsProposalValid && round.Proposal!.Block == block)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryPrevote()
    {
        RoundVotes now = votes[Round];
        if (Step != ConsensusStep.Propose || now.Proposal is not { } proposal)
        {
            return false;
        }

        bool isNew = proposal.PolRound == Proposal.NoPolRound;
        if (!isNew && !now.IsProposalJustified
            && votes.Find(proposal.PolRound)?.Prevotes.IsQuorumFor(proposal.Block) != true)
        {
            return false;
        }

        // Lines 22-27 for a new block, 28-33 for one that two thirds prevoted before.
        bool free = Held.LockedRound < 0 || Held.LockedBlock == proposal.Block
            || (!isNew && Held.LockedRound <= proposal.PolRound);
        Prevote(now.IsProposalValid && free ? proposal.Block : Hash32.Zero);
        return true;
    }

    // Lines 36-43.
    private bool TryLock()
    {
        RoundVotes now = votes[Round];
        if (Step < ConsensusStep.Prevote || now.PolkaSeen || now is not { Proposal: { } proposal, IsProposalValid: true }
            || !now.Prevotes.IsQuorumFor(proposal.Block))
        {
            return false;
        }

        now.PolkaSeen = true;
        bool locks = Step == ConsensusStep.Prevote;
        Held = Held with
        {
            ValidRound = Round,
            ValidBlock = proposal.Block,
            LockedRound = locks ? Round : Held.LockedRound,
            LockedBlock = locks ? proposal.Block : Held.LockedBlock,
        };
        host.Remember(Held);
        if (locks)
        {
            Precommit(proposal.Block);
        }

        return true;
    }

    private bool TryGiveUp()
    {
        RoundVotes now = votes[Round];

        // Lines 44-46.
        if (Step == ConsensusStep.Prevote && now.Prevotes.IsQuorumFor(Hash32.Zero))
        {
            Precommit(Hash32.Zero);
            return true;
        }

        // Lines 34-35.
        if (Step == ConsensusStep.Prevote && now.Prevotes.HasQuorum && !now.PrevoteTimeoutScheduled)
        {
            now.PrevoteTimeoutScheduled = true;
            host.Schedule(TimeoutKind.Prevote, Height, Round, timeouts.Of(TimeoutKind.Prevote, Round));
        }

        // Lines 47-48.
        if (now.Precommits.HasQuorum && !now.PrecommitTimeoutScheduled)
        {
            now.PrecommitTimeoutScheduled = true;
            host.Schedule(TimeoutKind.Precommit, Height, Round, timeouts.Of(TimeoutKind.Precommit, Round));
        }

        return false;
    }

    private void Prevote(Hash32 block)
    {
        Step = ConsensusStep.Prevote;
        Say(VoteType.Prevote, block);
    }

    private void Precommit(Hash32 block)
    {
        Step = ConsensusStep.Precommit;
        Say(VoteType.Precommit, block);
    }

    private void Say(VoteType type, Hash32 block)
    {
        if (self != Observer && host.Cast(type, Height, Round, block) is { } vote)
        {
            Count(vote);
        }
    }
}
