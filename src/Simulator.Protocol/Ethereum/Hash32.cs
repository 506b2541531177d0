using System.Buffers.Binary;

namespace Simulator.Protocol.Ethereum;

/// <summary>32 bytes: a Keccak-256 hash, a bytes32 of a contract, a blob id. Ordered as a big-endian number.</summary>
public readonly record struct Hash32 : IComparable<Hash32>
{
    public const int Length = 32;

    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    /// <param name="bytes">Exactly 32 bytes.</param>
    public Hash32(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length);
        first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    public static Hash32 Zero => default;

    /// <summary>The first eight bytes as a number: a stable 64-bit stand-in for keys of draws and indexes.</summary>
    public ulong Prefix64 => first;

    /// <exception cref="FormatException">Not 64 hexadecimal digits, with or without 0x.</exception>
    public static Hash32 Parse(string text) =>
        TryParse(text, out Hash32 hash) ? hash : throw new FormatException($"not 32 bytes of hexadecimal: {text}");

    public static bool TryParse(string? text, out Hash32 hash)
    {
        bool valid = Hex.TryDecode(text, out byte[] bytes) && bytes.Length == Length;
        hash = valid ? new Hash32(bytes) : default;
        return valid;
    }

    public static bool operator <(Hash32 left, Hash32 right) => left.CompareTo(right) < 0;

    public static bool operator >(Hash32 left, Hash32 right) => left.CompareTo(right) > 0;

    public static bool operator <=(Hash32 left, Hash32 right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Hash32 left, Hash32 right) => left.CompareTo(right) >= 0;

    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, first);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], second);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], third);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], fourth);
    }

    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    public int CompareTo(Hash32 other)
    {
        int order = first.CompareTo(other.first);
        order = order != 0 ? order : second.CompareTo(other.second);
        order = order != 0 ? order : third.CompareTo(other.third);
        return order != 0 ? order : fourth.CompareTo(other.fourth);
    }

    /// <summary>0x and 64 lower-case digits.</summary>
    public override string ToString() => Hex.Encode(ToArray());

    /// <summary>64 lower-case digits without 0x.</summary>
    public string ToBareString() => Convert.ToHexStringLower(ToArray());
}
