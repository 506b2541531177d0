using System.Buffers.Binary;
using System.Text;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.State;

/// <summary>The canonical bytes of a state slot's key and value, as the state root commits to them.</summary>
/// <remarks>Fixed-width fields are big-endian; texts and byte strings are preceded by their 32-bit length.</remarks>
public sealed class SlotWriter
{
    private byte[] buffer = new byte[256];
    private int length;

    internal ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    internal void Clear() => length = 0;

    public void Byte(byte value) => Claim(1)[0] = value;

    public void Boolean(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Claim(4), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Claim(8), value);

    public void UInt128(UInt128 value) => BinaryPrimitives.WriteUInt128BigEndian(Claim(16), value);

    public void UInt256(UInt256 value) => value.WriteBigEndian(Claim(32));

    public void Address(Address value) => value.CopyTo(Claim(Protocol.Ethereum.Address.Length));

    public void Hash(Hash32 value) => value.CopyTo(Claim(Hash32.Length));

    public void Text(string value) => Bytes(Encoding.UTF8.GetBytes(value));

    public void Bytes(ReadOnlySpan<byte> value)
    {
        UInt32((uint)value.Length);
        value.CopyTo(Claim(value.Length));
    }

    private Span<byte> Claim(int count)
    {
        if (length + count > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
        }

        Span<byte> claimed = buffer.AsSpan(length, count);
        length += count;
        return claimed;
    }
}
