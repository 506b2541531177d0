using System.Runtime.CompilerServices;

namespace Simulator.Primitives;

/// <summary>One named actor's randomness. It has no state: a draw depends on its key alone, never on earlier draws.</summary>
/// <remarks>
/// A draw is a pure function of (seed, replication, actor name, purpose, subject, index). Adding an actor or a policy
/// therefore changes nobody else's luck, and two arms of an experiment share luck where they share names.
/// </remarks>
public readonly record struct KeyedRandom
{
    private readonly ulong actorKey;

    public KeyedRandom(ulong seed, ulong replication, string actorName)
    {
        ArgumentException.ThrowIfNullOrEmpty(actorName);
        actorKey = StableHash.Mix(StableHash.Mix(StableHash.Mix(seed), replication), StableHash.OfText(actorName));
    }

    /// <summary>The draw number <paramref name="index"/> that decides <paramref name="purpose"/> for a subject.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Draw Draw(DrawPurpose purpose, ulong subject, ulong index = 0)
    {
        (ulong low, ulong high) = Philox.Block(subject, index, StableHash.Mix(actorKey, purpose.Key));
        return new Draw(low, high);
    }
}
