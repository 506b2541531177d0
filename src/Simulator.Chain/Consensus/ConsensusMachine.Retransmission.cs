using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Consensus;

/// <summary>What has been heard, for those who check ahead and for peers that missed it.</summary>
public sealed partial class ConsensusMachine
{
    /// <summary>Power of the votes counted in a round of this height, for whatever.</summary>
    public long PowerOf(int round, VoteType type) => votes.Find(round)?[type].Power ?? 0;

    /// <summary>Power of the votes counted for one block.</summary>
    public long PowerOf(int round, VoteType type, Hash32 block) => votes.Find(round)?[type].PowerFor(block) ?? 0;

    /// <summary>A validator's vote if it has been counted.</summary>
    public Vote? VoteOf(int round, VoteType type, int validator) => votes.Find(round)?[type][validator];

    /// <summary>Where this one stands and what it has heard of its round.</summary>
    public ConsensusStatus StatusNow(long attempt)
    {
        int words = ConsensusStatus.WordsFor(validators.Count);
        ConsensusStatus status = new(Height, Round, new ulong[words], new ulong[words], attempt);
        votes[Round].Prevotes.Mark(status.Prevotes);
        votes[Round].Precommits.Mark(status.Precommits);
        return status;
    }

    /// <summary>What a peer of this height has missed: words of its round and of the current and deciding ones.</summary>
    /// <remarks>
    /// Own words always, everybody's if the peer asks for that: the algorithm needs that what one correct validator has
    /// heard, all will hear. Hearing twice does no harm.
    /// </remarks>
    public void AnswerTo(ConsensusStatus status, bool relays, IRetransmission peer)
    {
        Repeat(status.Round, status.Prevotes, status.Precommits, relays, peer);
        if (Round != status.Round)
        {
            Repeat(Round, [], [], relays, peer);
        }

        if (decidedRound >= 0 && decidedRound != Round && decidedRound != status.Round)
        {
            Repeat(decidedRound, [], [], relays, peer);
        }
    }

    private void Repeat(int round, ulong[] prevotes, ulong[] precommits, bool relays, IRetransmission peer)
    {
        if (votes.Find(round) is not { } words)
        {
            return;
        }

        if (words.Proposal is { } proposal && (relays || proposal.Proposer == self))
        {
            peer.Send(proposal);
        }

        for (int i = 0; i < validators.Count; i++)
        {
            if (relays || i == self)
            {
                Repeat(words.Prevotes[i], prevotes, peer);
                Repeat(words.Precommits[i], precommits, peer);
            }
        }
    }

    private static void Repeat(Vote? vote, ulong[] heard, IRetransmission peer)
    {
        if (vote is not null && !ConsensusStatus.Has(heard, vote.Validator))
        {
            peer.Send(vote);
        }
    }
}
