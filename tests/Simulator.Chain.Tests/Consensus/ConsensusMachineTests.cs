using Simulator.Chain.Consensus;
using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Consensus;

/// <summary>One rule per fact, told to one validator of four (index <see cref="Self"/>).</summary>
public sealed class ConsensusMachineTests : IConsensusHost
{
    private const int Self = 3;

    private static readonly Hash32 A = Keccak256.HashText("a");
    private static readonly Hash32 B = Keccak256.HashText("b");

    private readonly ConsensusMachine machine;
    private readonly List<string> said = [];
    private readonly List<DuplicateVote> evidence = [];
    private CommitCertificate? decision;

    public ConsensusMachineTests()
    {
        ValidatorSet validators = new(Enumerable.Range(0, 4).Select(i =>
            new Validator($"v/{i}", Ed25519Key.FromSeed($"{i}").PublicKey, 1, Address.Zero)));
        machine = new ConsensusMachine(validators, new ConsensusTimeouts(), Self, this);
        machine.Begin(1);
        said.Clear();
    }

    [Fact]
    public void A_valid_new_block_is_prevoted_and_an_invalid_one_is_not()
    {
        Offer(0, A);

        Assert.Equal(["prevote 0 a"], said);
    }

    [Fact]
    public void An_invalid_block_is_answered_with_nil()
    {
        machine.Receive(new Proposal(1, 0, Proposal.NoPolRound, A, 0, machine.ProposerOf(0)), isValid: false);

        Assert.Equal(["prevote 0 nil"], said);
    }

    [Fact]
    public void A_proposal_out_of_turn_is_ignored()
    {
        machine.Receive(
            new Proposal(1, 0, Proposal.NoPolRound, A, 0, (machine.ProposerOf(0) + 1) % 4), isValid: true);

        Assert.Empty(said);
    }

    [Fact]
    public void Two_thirds_of_prevotes_lock_and_two_thirds_of_precommits_decide()
    {
        Offer(0, A);
        Hear(VoteType.Prevote, 0, A, 0, 1);
        Hear(VoteType.Precommit, 0, A, 0, 1);

        Assert.Equal(["prevote 0 a", "precommit 0 a", "wait Commit 0"], said);
        Assert.Equal(0, machine.Held.LockedRound);
        Assert.Equal([0, 1, Self], decision!.Precommits.Select(vote => vote.Validator));
    }

    [Fact]
    public void Exactly_two_thirds_is_not_enough()
    {
        Offer(0, A);
        Hear(VoteType.Prevote, 0, A, 0);

        Assert.Equal(["prevote 0 a"], said);
    }

    [Fact]
    public void A_locked_validator_prevotes_nothing_else()
    {
        LockOn(A);
        Offer(1, B);

        Assert.Equal("prevote 1 nil", said[^1]);
    }

    [Fact]
    public void A_later_two_thirds_for_another_block_frees_it()
    {
        LockOn(A);
        Hear(VoteType.Precommit, 1, Hash32.Zero, 0, 1, 2);
        machine.Expire(TimeoutKind.Propose, 1, 1);
        machine.Expire(TimeoutKind.Precommit, 1, 1);
        Vote[] justification = [.. new[] { 0, 1, 2 }.Select(i => new Vote(VoteType.Prevote, 1, 1, B, 0, i))];
        machine.Receive(
            new Proposal(1, 2, 1, B, 0, machine.ProposerOf(2)) { Justification = justification }, isValid: true);

        Assert.Equal("prevote 2 b", said[^1]);
    }

    [Fact]
    public void A_claimed_round_without_its_prevotes_is_not_believed()
    {
        LockOn(A);
        machine.Expire(TimeoutKind.Precommit, 1, 1);
        said.Clear();
        machine.Receive(new Proposal(1, 2, 1, B, 0, machine.ProposerOf(2)), isValid: true);

        Assert.Empty(said);
    }

    [Fact]
    public void More_than_a_third_in_a_later_round_pulls_it_there()
    {
        Hear(VoteType.Prevote, 5, Hash32.Zero, 0);
        Assert.Equal(0, machine.Round);

        Hear(VoteType.Prevote, 5, Hash32.Zero, 1);
        Assert.Equal(5, machine.Round);
    }

    [Fact]
    public void A_faulty_validator_opens_only_two_later_rounds()
    {
        for (int round = 10; round < 100; round++)
        {
            Hear(VoteType.Prevote, round, Hash32.Zero, 0);
        }

        Hear(VoteType.Prevote, 99, Hash32.Zero, 1);
        Assert.Equal(0, machine.Round);
    }

    [Fact]
    public void Timeouts_grow_with_the_round()
    {
        ConsensusTimeouts timeouts = new();

        Assert.Equal(SimDuration.FromMilliseconds(2_600), timeouts.Of(TimeoutKind.Propose, 3));
        Assert.Equal(SimDuration.FromMilliseconds(1_100), timeouts.Of(TimeoutKind.Prevote, 3));
        Assert.Equal(SimDuration.FromMilliseconds(1_100), timeouts.Of(TimeoutKind.Precommit, 3));
        Assert.Equal(SimDuration.FromSeconds(1), timeouts.Of(TimeoutKind.Commit, 3));
    }

    [Fact]
    public void A_contradiction_is_reported_once_and_the_first_vote_stands()
    {
        Hear(VoteType.Prevote, 0, A, 0);
        Hear(VoteType.Prevote, 0, B, 0);
        Hear(VoteType.Prevote, 0, B, 0);

        Assert.Equal(0, Assert.Single(evidence).First.Validator);
    }

    [Fact]
    public void What_was_signed_is_not_contradicted_after_a_restart()
    {
        LastSignState disk = new();

        Assert.True(disk.MayVote(VoteType.Prevote, 5, 1, A));
        Assert.True(disk.MayVote(VoteType.Prevote, 5, 1, A));
        Assert.False(disk.MayVote(VoteType.Prevote, 5, 1, B));
        Assert.False(disk.MayPropose(5, 1, B));
        Assert.False(disk.MayVote(VoteType.Precommit, 4, 9, B));
        Assert.True(disk.MayVote(VoteType.Precommit, 5, 1, B));
    }

    Hash32 IConsensusHost.MakeBlock(long height, int round) => Keccak256.HashText($"own {height} {round}");

    Proposal? IConsensusHost.Propose(
        long height, int round, int polRound, Hash32 block, IReadOnlyList<Vote> justification)
    {
        said.Add($"propose {round}");
        return new Proposal(height, round, polRound, block, 0, Self) { Justification = justification };
    }

    Vote? IConsensusHost.Cast(VoteType type, long height, int round, Hash32 block)
    {
        string what = block == A ? "a" : block == B ? "b" : block == Hash32.Zero ? "nil" : "own";
        said.Add(type == VoteType.Prevote ? $"prevote {round} {what}" : $"precommit {round} {what}");
        return new Vote(type, height, round, block, 0, Self);
    }

    void IConsensusHost.Schedule(TimeoutKind kind, long height, int round, SimDuration after)
    {
        if (kind != TimeoutKind.Propose)
        {
            said.Add($"wait {kind} {round}");
        }
    }

    void IConsensusHost.Remember(ConsensusLock held)
    {
    }

    void IConsensusHost.Commit(CommitCertificate certificate) => decision = certificate;

    void IConsensusHost.Report(DuplicateVote found) => evidence.Add(found);

    private void Offer(int round, Hash32 block) => machine.Receive(
        new Proposal(1, round, Proposal.NoPolRound, block, 0, machine.ProposerOf(round)), isValid: true);

    private void Hear(VoteType type, int round, Hash32 block, params int[] voters)
    {
        foreach (int voter in voters)
        {
            machine.Receive(new Vote(type, 1, round, block, 0, voter));
        }
    }

    // Locks in round 0 and moves on to round 1.
    private void LockOn(Hash32 block)
    {
        Offer(0, block);
        Hear(VoteType.Prevote, 0, block, 0, 1);
        Hear(VoteType.Precommit, 0, Hash32.Zero, 0, 1, 2);
        machine.Expire(TimeoutKind.Precommit, 1, 0);
    }
}
