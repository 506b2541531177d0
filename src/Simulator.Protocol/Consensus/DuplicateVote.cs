using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Consensus;

/// <summary>Evidence of double signing: two votes of one validator, height, round and type for different blocks.</summary>
/// <remarks>The vote for the lower hash comes first, so that everybody makes the same evidence of the same pair.</remarks>
public sealed record DuplicateVote
{
    private DuplicateVote(Vote first, Vote second)
    {
        First = first;
        Second = second;
    }

    public Vote First { get; }

    public Vote Second { get; }

    /// <summary>Whether two votes contradict each other.</summary>
    public static bool Is(Vote one, Vote other) =>
        one.Validator == other.Validator && one.Height == other.Height && one.Round == other.Round
        && one.Type == other.Type && one.Block != other.Block;

    /// <exception cref="ArgumentException">The votes do not contradict each other.</exception>
    public static DuplicateVote Of(Vote one, Vote other) =>
        !Is(one, other) ? throw new ArgumentException("the votes do not contradict each other")
        : one.Block < other.Block ? new DuplicateVote(one, other)
        : new DuplicateVote(other, one);

    /// <summary>
    /// Keccak-256 over the sign bytes without times and the voter's index, so that it names the offence.
    /// </summary>
    public Hash32 Hash(string chainId) => Keccak256.Hash(
        SignBytes.Of(First with { UnixNanoseconds = First.Validator }, chainId),
        SignBytes.Of(Second with { UnixNanoseconds = First.Validator }, chainId));
}
