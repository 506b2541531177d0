namespace Simulator.Chain.Consensus;

/// <summary>Where a validator stands and what it has heard of its round: the question for what it missed.</summary>
/// <param name="Height">Its height.</param>
/// <param name="Round">Its round.</param>
/// <param name="Prevotes">Bit per validator whose prevote of that round it has, 64 to a word.</param>
/// <param name="Precommits">The same for precommits.</param>
/// <param name="Attempt">Counted up with every question, so that each asks other peers to relay.</param>
public sealed record ConsensusStatus(long Height, int Round, ulong[] Prevotes, ulong[] Precommits, long Attempt)
{
    private const int RelaysPerAttempt = 3;

    public static int WordsFor(int validators) => (validators + 63) / 64;

    public static bool Has(ulong[] bits, int validator) =>
        validator >> 6 < bits.Length && ((bits[validator >> 6] >> (validator & 63)) & 1) != 0;

    /// <summary>Whether a peer is among those asked to pass on others' words beside its own.</summary>
    /// <param name="asker">Index of who asks, or any number for one without.</param>
    /// <param name="peer">Index of who was asked.</param>
    /// <param name="validators">How many there are.</param>
    public bool AsksToRelay(int asker, int peer, int validators)
    {
        long turn = ((long)peer - asker - (Attempt % validators)) % validators;
        return (turn + validators) % validators <= RelaysPerAttempt;
    }
}
