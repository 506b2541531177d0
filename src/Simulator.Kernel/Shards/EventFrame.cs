using System.Buffers.Binary;

namespace Simulator.Kernel;

/// <summary>
/// A message between shards in binary: a fixed header in little-endian, then the message's binary form.
/// </summary>
/// <remarks>
/// Header: time 8, order 8 (sequence · 256 + copy), sent at 8, sender 4, receiver 4, type 2, length 4. The sender's
/// rank
/// and the hop (always 0 between hosts) follow from these.
/// </remarks>
internal static class EventFrame
{
    public const int HeaderLength = 38;

    public static void Write(ref byte[] buffer, ref int length, in EventSlot slot)
    {
        var message = (Message)slot.Payload!;
        int body = length + HeaderLength;
        if (buffer.Length < body)
        {
            Array.Resize(ref buffer, Math.Max(body + 256, buffer.Length * 2));
        }

        byte[] written = message.ToBytes();
        if (buffer.Length < body + written.Length)
        {
            Array.Resize(ref buffer, Math.Max(body + written.Length, buffer.Length * 2));
        }

        WriteHeader(buffer.AsSpan(length), slot, message.TypeNumber, written.Length);
        written.CopyTo(buffer, body);
        length = body + written.Length;
    }

    /// <summary>Reads one frame into <paramref name="slot"/> and returns what follows it.</summary>
    /// <exception cref="MessageFormatException">Not a frame.</exception>
    public static ReadOnlySpan<byte> Read(
        ReadOnlySpan<byte> input,
        MessageCatalogue catalogue,
        scoped ref EventSlot slot)
    {
        if (input.Length < HeaderLength)
        {
            throw new MessageFormatException("a frame ends early");
        }

        slot.Time = BinaryPrimitives.ReadInt64LittleEndian(input);
        slot.Order = BinaryPrimitives.ReadUInt64LittleEndian(input[8..]);
        slot.SentAt = BinaryPrimitives.ReadInt64LittleEndian(input[16..]);
        slot.From = BinaryPrimitives.ReadInt32LittleEndian(input[24..]);
        slot.To = BinaryPrimitives.ReadInt32LittleEndian(input[28..]);
        ushort type = BinaryPrimitives.ReadUInt16LittleEndian(input[32..]);
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(input[34..]);
        input = input[HeaderLength..];
        if (size > (uint)input.Length)
        {
            throw new MessageFormatException("a frame ends early");
        }

        slot.Payload = catalogue.Read(type, input[..(int)size]);
        slot.Hop = 0;
        slot.Kind = EventKind.Message;
        return input[(int)size..];
    }

    private static void WriteHeader(Span<byte> header, in EventSlot slot, ushort type, int size)
    {
        BinaryPrimitives.WriteInt64LittleEndian(header, slot.Time);
        BinaryPrimitives.WriteUInt64LittleEndian(header[8..], slot.Order);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], slot.SentAt);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], slot.From);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], slot.To);
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], type);
        BinaryPrimitives.WriteInt32LittleEndian(header[34..], size);
    }
}
