using Simulator.Protocol.Consensus;

namespace Simulator.Chain.Consensus;

/// <summary>What a validator has heard of one round.</summary>
internal sealed class RoundVotes(ValidatorSet validators)
{
    public VoteTally Prevotes { get; } = new(validators);

    public VoteTally Precommits { get; } = new(validators);

    /// <summary>The first proposal of the rightful proposer.</summary>
    public Proposal? Proposal { get; set; }

    /// <summary>Whether the proposed block may follow the last one.</summary>
    public bool IsProposalValid { get; set; }

    /// <summary>Whether the proposal brought its own two thirds of prevotes.</summary>
    public bool IsProposalJustified { get; set; }

    public bool PrevoteTimeoutScheduled { get; set; }

    public bool PrecommitTimeoutScheduled { get; set; }

    /// <summary>Whether the rule for two thirds of prevotes has acted in this round.</summary>
    public bool PolkaSeen { get; set; }

    public VoteTally this[VoteType type] => type == VoteType.Prevote ? Prevotes : Precommits;

    /// <summary>Power of the validators that voted in this round at all.</summary>
    public long VotersPower()
    {
        long power = 0;
        for (int i = 0; i < validators.Count; i++)
        {
            power += Prevotes[i] is not null || Precommits[i] is not null ? validators[i].Power : 0;
        }

        return power;
    }

    public void Clear()
    {
        Prevotes.Clear();
        Precommits.Clear();
        Proposal = null;
        IsProposalValid = false;
        IsProposalJustified = false;
        PrevoteTimeoutScheduled = false;
        PrecommitTimeoutScheduled = false;
        PolkaSeen = false;
    }
}
