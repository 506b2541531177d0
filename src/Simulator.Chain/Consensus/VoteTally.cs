using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Consensus;

/// <summary>The votes of one type in one round: one of each validator, and their power by block.</summary>
internal sealed class VoteTally(ValidatorSet validators)
{
    private readonly Vote?[] votes = new Vote?[validators.Count];
    private readonly bool[] reported = new bool[validators.Count];
    private readonly List<BlockPower> blocks = [];

    /// <summary>Power of all who voted, for whatever.</summary>
    public long Power { get; private set; }

    /// <summary>More than two thirds voted, for whatever.</summary>
    public bool HasQuorum { get; private set; }

    /// <summary>More than two thirds voted for <see cref="QuorumBlock"/>, which may be nil.</summary>
    public bool HasQuorumBlock { get; private set; }

    public Hash32 QuorumBlock { get; private set; }

    public Vote? this[int validator] => votes[validator];

    /// <summary>Whether more than two thirds voted for this block.</summary>
    public bool IsQuorumFor(Hash32 block) => HasQuorumBlock && QuorumBlock == block;

    public long PowerFor(Hash32 block)
    {
        foreach (BlockPower entry in blocks)
        {
            if (entry.Block == block)
            {
                return entry.Power;
            }
        }

        return 0;
    }

    /// <summary>Counts a vote unless its validator has voted already: the first one stands.</summary>
    /// <param name="vote">Of this tally's round and type, by a validator of the set.</param>
    /// <param name="evidence">Set once per validator, at its first contradiction.</param>
    /// <returns>True when a threshold was crossed.</returns>
    public bool Add(Vote vote, out DuplicateVote? evidence)
    {
        evidence = null;
        if (votes[vote.Validator] is { } earlier)
        {
            if (earlier.Block != vote.Block && !reported[vote.Validator])
            {
                reported[vote.Validator] = true;
                evidence = DuplicateVote.Of(earlier, vote);
            }

            return false;
        }

        votes[vote.Validator] = vote;
        long power = validators[vote.Validator].Power;
        Power += power;
        bool crossed = !HasQuorum && validators.IsQuorum(Power);
        HasQuorum |= crossed;
        return CountFor(vote.Block, power) || crossed;
    }

    /// <summary>The votes for a block in order of validators.</summary>
    public Vote[] VotesFor(Hash32 block) => Array.FindAll(votes, vote => vote is not null && vote.Block == block)!;

    /// <summary>Sets the bit of every validator that has voted.</summary>
    public void Mark(ulong[] bits)
    {
        for (int i = 0; i < votes.Length; i++)
        {
            bits[i >> 6] |= votes[i] is null ? 0 : 1UL << (i & 63);
        }
    }

    public void Clear()
    {
        Array.Clear(votes);
        Array.Clear(reported);
        blocks.Clear();
        Power = 0;
        HasQuorum = false;
        HasQuorumBlock = false;
        QuorumBlock = default;
    }

    private bool CountFor(Hash32 block, long power)
    {
        int place = 0;
        while (place < blocks.Count && blocks[place].Block != block)
        {
            place++;
        }

        if (place == blocks.Count)
        {
            blocks.Add(new BlockPower(block, 0));
        }

        power += blocks[place].Power;
        blocks[place] = new BlockPower(block, power);
        if (HasQuorumBlock || !validators.IsQuorum(power))
        {
            return false;
        }

        HasQuorumBlock = true;
        QuorumBlock = block;
        return true;
    }

    private readonly record struct BlockPower(Hash32 Block, long Power);
}
