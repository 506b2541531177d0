using System.Buffers.Binary;
using System.Text;

namespace Simulator.Inference.Inspection;

/// <summary>Walks the fields of a protobuf message; a malformed byte ends it and sets <see cref="Failed"/>.</summary>
/// <remarks>Source: Protocol Buffers, "Encoding". Groups (wire types 3 and 4) are not in ONNX.</remarks>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private const int LongestVarint = 10;

    private ReadOnlySpan<byte> rest = message;

    public int Field { get; private set; }

    public bool Failed { get; private set; }

    /// <summary>It failed because the message is shorter than one of its fields says.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Value of a varint or fixed field.</summary>
    public ulong Number { get; private set; }

    /// <summary>Content of a length-delimited field.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    public readonly string Text => Encoding.UTF8.GetString(Bytes);

    public bool Next()
    {
        if (Failed || rest.IsEmpty)
        {
            return false;
        }

        Bytes = default;
        ulong tag = Varint();
        Field = (int)Math.Min(tag >> 3, int.MaxValue);
        Failed |= Field == 0;
        switch (tag & 7)
        {
            case 0: Number = Varint(); break;
            case 1: Number = Fixed(8); break;
            case 2: Bytes = Take(Varint()); break;
            case 5: Number = Fixed(4); break;
            default: Failed = true; break;
        }

        return !Failed;
    }

    private ulong Fixed(int width)
    {
        Span<byte> wide = stackalloc byte[sizeof(ulong)];
        Take((ulong)width).CopyTo(wide);
        return BinaryPrimitives.ReadUInt64LittleEndian(wide);
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)rest.Length)
        {
            (Failed, IsTruncated) = (true, !Failed || IsTruncated);
            return default;
        }

        ReadOnlySpan<byte> taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int i = 0; i < Math.Min(LongestVarint, rest.Length); i++)
        {
            value |= (ulong)(rest[i] & 0x7F) << (7 * i);
            if (rest[i] < 0x80)
            {
                rest = rest[(i + 1)..];
                return value;
            }
        }

        (Failed, IsTruncated) = (true, rest.Length < LongestVarint);
        return 0;
    }
}
