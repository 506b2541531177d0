using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Consensus;

/// <summary>What a validator signed last, kept on its disk: CometBFT's <c>priv_validator_state</c> and lock.</summary>
/// <remarks>
/// Written before a signature leaves, so that a restart, with or without its memory, cannot sign two votes for one
/// place. CometBFT replays its write-ahead log to find the lock again; here the lock itself is on the disk.
/// </remarks>
public sealed class LastSignState
{
    private const int ProposalStep = 0;

    private long height;
    private int round;
    private int step = -1;
    private Hash32 block;

    /// <summary>The lock to begin with after a restart.</summary>
    public ConsensusLock Held { get; set; }

    /// <summary>Whether a proposal may be signed; remembers it if so.</summary>
    public bool MayPropose(long atHeight, int atRound, Hash32 content) =>
        MaySign(atHeight, atRound, ProposalStep, content);

    /// <summary>Whether a vote may be signed; remembers it if so.</summary>
    public bool MayVote(VoteType type, long atHeight, int atRound, Hash32 content) =>
        MaySign(atHeight, atRound, (int)type, content);

    private bool MaySign(long atHeight, int atRound, int atStep, Hash32 content)
    {
        int order = (atHeight, atRound, atStep).CompareTo((height, round, step));
        if (order < 0 || (order == 0 && content != block))
        {
            return false;
        }

        height = atHeight;
        round = atRound;
        step = atStep;
        block = content;
        return true;
    }
}
