using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Simulator.Kernel;

/// <summary>Writes the compact binary form: little-endian, variable-length counts, length-prefixed bytes.</summary>
/// <remarks>
/// Total length at most <see cref="MaximumLength"/>; more is a bug. Mirror image of <see cref="MessageReader"/>.
/// </remarks>
public ref struct MessageWriter
{
    /// <summary>16 MiB.</summary>
    public const int MaximumLength = 1 << 24;

    private byte[] buffer;
    private int length;

    /// <param name="buffer">Where to write first; a longer array replaces it when it is full.</param>
    public MessageWriter(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        this.buffer = buffer;
        length = 0;
    }

    public readonly ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    internal readonly byte[] Buffer => buffer;

    public void Byte(byte value) => Reserve(1)[0] = value;

    public void Boolean(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Reserve(2), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Reserve(4), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Reserve(8), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), value);

    public void UInt128(UInt128 value) => BinaryPrimitives.WriteUInt128LittleEndian(Reserve(16), value);

    /// <summary>Seven bits per byte, lowest first; at most ten bytes.</summary>
    public void VarUInt(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)((value & 0x7F) | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    /// <summary>Length as <see cref="VarUInt"/>, then the bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        VarUInt((ulong)value.Length);
        value.CopyTo(Reserve(value.Length));
    }

    /// <summary>The bytes alone, for fields whose length the type fixes.</summary>
    public void Raw(scoped ReadOnlySpan<byte> value) => value.CopyTo(Reserve(value.Length));

    /// <summary>Length in UTF-8 bytes as <see cref="VarUInt"/>, then the bytes.</summary>
    public void Text(string value)
    {
        int size = Encoding.UTF8.GetByteCount(value);
        VarUInt((ulong)size);
        Encoding.UTF8.GetBytes(value, Reserve(size));
    }

    public void Time(SimTime value) => Int64(value.NanosecondsSinceStart);

    public void Duration(SimDuration value) => Int64(value.Nanoseconds);

    public void Amount(OpgAmount value) => UInt128(value.BaseUnits);

    public void Actor(ActorRef value) => VarUInt((ulong)(value.Index + 1L));

    private Span<byte> Reserve(int count)
    {
        int start = length;
        if (count > buffer.Length - start)
        {
            Grow(count);
        }

        length = start + count;
        return buffer.AsSpan(start, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        Invariant.That((long)length + count <= MaximumLength);
        Array.Resize(ref buffer, Math.Max(256, Math.Max(length + count, Math.Min(buffer.Length * 2, MaximumLength))));
    }
}
