using System.Diagnostics.CodeAnalysis;

using Simulator.Primitives;

namespace Simulator.Protocol.X402;

/// <summary>Either what was read, or why it was refused. <c>default</c> is neither and fails when asked.</summary>
public readonly record struct Parsed<T>
    where T : class
{
    private readonly T? value;
    private readonly ParseRefusal? refusal;

    private Parsed(T? value, ParseRefusal? refusal)
    {
        this.value = value;
        this.refusal = refusal;
    }

    /// <summary>The refusal; only when nothing was read.</summary>
    public ParseRefusal Refusal
    {
        get
        {
            Invariant.That(refusal is not null);
            return refusal;
        }
    }

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(ParseRefusal refusal) => new(null, refusal);

    public bool TryGet([NotNullWhen(true)] out T? read)
    {
        Invariant.That(value is not null || refusal is not null);
        read = value;
        return value is not null;
    }
}
