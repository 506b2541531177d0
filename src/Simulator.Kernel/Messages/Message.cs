namespace Simulator.Kernel;

/// <summary>What actors send: an immutable record with a compact binary form that round-trips.</summary>
/// <remarks>
/// The binary form is what the digest hashes, what links carry by default and what travels between processes. Type
/// numbers are explicit and never reused; 1 to 15 belong to the kernel.
/// </remarks>
public abstract record Message
{
    // Derived from the binary form once; neither copied by `with` nor part of equality.
    private int lengthPlusOne;
    private ulong hash;

    protected Message()
    {
    }

    protected Message(Message original) => ArgumentNullException.ThrowIfNull(original);

    /// <summary>The number under which the type stands in the <see cref="MessageCatalogue"/>.</summary>
    public abstract ushort TypeNumber { get; }

    /// <summary>
    /// Bytes this message takes on a link; the length of the binary form unless the type knows better.
    /// </summary>
    public virtual long WireBytes
    {
        get
        {
            if (lengthPlusOne == 0)
            {
                byte[] scratch = [];
                Seal(ref scratch);
            }

            return lengthPlusOne - 1;
        }
    }

    /// <summary>Writes the binary form.</summary>
    public abstract void Write(ref MessageWriter writer);

    /// <summary>Two messages are equal when their types and the members those types declare are.</summary>
    public virtual bool Equals(Message? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => TypeNumber;

    /// <summary>The binary form in an array of its own.</summary>
    public byte[] ToBytes()
    {
        var writer = new MessageWriter([]);
        Write(ref writer);
        return writer.Written.ToArray();
    }

    /// <summary>64-bit hash of the binary form; <paramref name="scratch"/> is reused and grows as needed.</summary>
    internal ulong PayloadHash(ref byte[] scratch)
    {
        if (lengthPlusOne == 0)
        {
            Seal(ref scratch);
        }

        return hash;
    }

    private void Seal(ref byte[] scratch)
    {
        var writer = new MessageWriter(scratch);
        Write(ref writer);
        hash = StableHash.OfBytes(writer.Written);
        lengthPlusOne = writer.Written.Length + 1;
        scratch = writer.Buffer;
    }
}
