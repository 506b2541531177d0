using System.Buffers;

namespace Simulator.Protocol.Ethereum;

/// <summary>RLP, the encoding of transactions. Source: Yellow Paper appendix B.</summary>
public sealed class RlpWriter
{
    private const int ShortLimit = 55;
    private const byte StringOffset = 0x80;
    private const byte ListOffset = 0xC0;

    private readonly ArrayBufferWriter<byte> bytes = new();

    public RlpWriter Bytes(ReadOnlySpan<byte> value)
    {
        if (value.Length != 1 || value[0] >= StringOffset)
        {
            WriteLength(value.Length, StringOffset);
        }

        bytes.Write(value);
        return this;
    }

    /// <summary>Big-endian without leading zeros; zero is the empty string.</summary>
    public RlpWriter Number(UInt256 value)
    {
        Span<byte> word = stackalloc byte[UInt256.Length];
        value.WriteBigEndian(word);
        return Bytes(word.TrimStart((byte)0));
    }

    public RlpWriter List(RlpWriter items)
    {
        byte[] body = items.ToArray();
        WriteLength(body.Length, ListOffset);
        bytes.Write(body);
        return this;
    }

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    private void WriteLength(int length, byte offset)
    {
        if (length <= ShortLimit)
        {
            bytes.Write([(byte)(offset + length)]);
            return;
        }

        Span<byte> word = stackalloc byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(word, length);
        Span<byte> digits = word.TrimStart((byte)0);
        bytes.Write([(byte)(offset + ShortLimit + digits.Length)]);
        bytes.Write(digits);
    }
}
