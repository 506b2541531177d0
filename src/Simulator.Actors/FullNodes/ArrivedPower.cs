using Simulator.Chain.Consensus;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.FullNodes;

/// <summary>Power of the votes of one round and type that have arrived, checked or not.</summary>
/// <remarks>Tells which check decides something; the others need no event of their own.</remarks>
internal sealed class ArrivedPower(ValidatorSet validators, VoteType type)
{
    private readonly bool[] voted = new bool[validators.Count];
    private readonly List<(Hash32 Block, long Power)> blocks = [];
    private long height = -1;
    private int round;
    private long power;

    public VoteType Type => type;

    public bool IsFor(long atHeight, int atRound) => height == atHeight && round == atRound;

    /// <summary>Whether what has arrived would decide something that the machine has not yet counted.</summary>
    public bool IsAheadOf(ConsensusMachine machine)
    {
        if (!IsFor(machine.Height, machine.Round))
        {
            return false;
        }

        if (validators.IsQuorum(power) && !validators.IsQuorum(machine.PowerOf(round, type)))
        {
            return true;
        }

        foreach ((Hash32 block, long arrived) in blocks)
        {
            if (validators.IsQuorum(arrived) && !validators.IsQuorum(machine.PowerOf(round, type, block)))
            {
                return true;
            }
        }

        return false;
    }

    public void Reset(long atHeight, int atRound)
    {
        height = atHeight;
        round = atRound;
        power = 0;
        blocks.Clear();
        Array.Clear(voted);
    }

    /// <summary>Counts a vote of this round and type.</summary>
    /// <returns>True when it crosses two thirds of all votes or of one block's.</returns>
    public bool Add(Vote vote)
    {
        if (voted[vote.Validator])
        {
            return false;
        }

        voted[vote.Validator] = true;
        long weight = validators[vote.Validator].Power;
        bool crosses = !validators.IsQuorum(power);
        power += weight;
        crosses &= validators.IsQuorum(power);
        int place = blocks.FindIndex(entry => entry.Block == vote.Block);
        long before = place < 0 ? 0 : blocks[place].Power;
        if (place < 0)
        {
            blocks.Add((vote.Block, weight));
        }
        else
        {
            blocks[place] = (vote.Block, before + weight);
        }

        return crosses || (!validators.IsQuorum(before) && validators.IsQuorum(before + weight));
    }
}
