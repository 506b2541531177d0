using System.Buffers.Binary;
using System.Text;

namespace Simulator.Kernel;

/// <summary>
/// Reads the compact binary form. Mirror image of <see cref="MessageWriter"/>; safe on hostile input.
/// </summary>
/// <remarks>Every malformed input throws <see cref="MessageFormatException"/> and nothing else.</remarks>
public ref struct MessageReader(ReadOnlySpan<byte> input)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    private ReadOnlySpan<byte> rest = input;

    /// <summary>Bytes not yet read.</summary>
    public readonly int Remaining => rest.Length;

    public byte Byte() => Take(1)[0];

    public bool Boolean() => Byte() switch
    {
        0 => false,
        1 => true,
        _ => throw new MessageFormatException("a truth value must be 0 or 1"),
    };

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public UInt128 UInt128() => BinaryPrimitives.ReadUInt128LittleEndian(Take(16));

    /// <summary>Only the shortest form is accepted, so that equal values have equal bytes.</summary>
    public ulong VarUInt()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Byte();
            if ((shift == 63 && next > 1) || (next == 0 && shift > 0))
            {
                break;
            }

            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new MessageFormatException("a variable-length number is too long");
    }

    /// <summary>A count of items that follow, each at least one byte long, so it cannot exceed what is left.</summary>
    public int Count() => BoundedLength(rest.Length);

    /// <param name="maximum">Longest acceptable length in bytes.</param>
    public byte[] Bytes(int maximum = MessageWriter.MaximumLength) => Take(BoundedLength(maximum)).ToArray();

    /// <summary>A view into the input instead of a copy.</summary>
    /// <param name="maximum">Longest acceptable length in bytes.</param>
    public ReadOnlySpan<byte> BytesView(int maximum = MessageWriter.MaximumLength) => Take(BoundedLength(maximum));

    /// <summary>A view of exactly <paramref name="count"/> bytes, written by <see cref="MessageWriter.Raw"/>.</summary>
    public ReadOnlySpan<byte> Raw(int count) => Take(count);

    /// <param name="maximum">Longest acceptable length in UTF-8 bytes.</param>
    public string Text(int maximum = MessageWriter.MaximumLength)
    {
        ReadOnlySpan<byte> bytes = Take(BoundedLength(maximum));
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new MessageFormatException("a text is not UTF-8");
        }
    }

    public SimTime Time() => new(Int64());

    public SimDuration Duration() => new(Int64());

    public OpgAmount Amount() => new(UInt128());

    public ActorRef Actor()
    {
        ulong value = VarUInt();
        return value <= int.MaxValue
            ? new ActorRef((int)value - 1)
            : throw new MessageFormatException("an actor number is out of range");
    }

    /// <summary>Refuses bytes that the type did not ask for.</summary>
    public readonly void End()
    {
        if (!rest.IsEmpty)
        {
            throw new MessageFormatException($"{rest.Length} bytes left over");
        }
    }

    private int BoundedLength(int maximum)
    {
        ulong value = VarUInt();
        return value <= (ulong)Math.Min(maximum, rest.Length)
            ? (int)value
            : throw new MessageFormatException("a length exceeds the limit or the input");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)rest.Length)
        {
            throw new MessageFormatException("the input ends early");
        }

        ReadOnlySpan<byte> taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
