using System.Buffers.Binary;

namespace Simulator.Protocol.Ethereum;

/// <summary>A 20-byte Ethereum address. Compared by value; case of the text form never matters.</summary>
public readonly record struct Address : IComparable<Address>
{
    public const int Length = 20;

    private readonly ulong first;
    private readonly ulong second;
    private readonly uint third;

    /// <param name="bytes">Exactly 20 bytes.</param>
    public Address(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length);
        first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        third = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
    }

    public static Address Zero => default;

    public bool IsZero => this == default;

    /// <exception cref="FormatException">Not 0x and 40 hexadecimal digits.</exception>
    public static Address Parse(string text) =>
        TryParse(text, out Address address) ? address : throw new FormatException($"not an address: {text}");

    /// <summary>
    /// Accepts any case; a wrong EIP-55 checksum is not an error, as in the reference clients' comparisons.
    /// </summary>
    public static bool TryParse(string? text, out Address address)
    {
        bool valid = text is { Length: 42 } && text.StartsWith("0x", StringComparison.Ordinal)
            && Hex.TryDecode(text, out byte[] bytes) && bytes.Length == Length;
        address = valid ? new Address(Hex.Decode(text!)) : default;
        return valid;
    }

    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, first);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], second);
        BinaryPrimitives.WriteUInt32BigEndian(destination[16..], third);
    }

    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    public int CompareTo(Address other)
    {
        int order = first.CompareTo(other.first);
        order = order != 0 ? order : second.CompareTo(other.second);
        return order != 0 ? order : third.CompareTo(other.third);
    }

    /// <summary>EIP-55 checksummed text.</summary>
    public override string ToString()
    {
        string lower = Convert.ToHexStringLower(ToArray());
        Span<byte> ascii = stackalloc byte[40];
        System.Text.Encoding.ASCII.GetBytes(lower, ascii);
        byte[] hash = Keccak256.Hash(ascii).ToArray();
        return string.Create(42, (lower, hash), static (text, state) =>
        {
            "0x".CopyTo(text);
            for (int i = 0; i < 40; i++)
            {
                int nibble = (i % 2 == 0 ? state.hash[i / 2] >> 4 : state.hash[i / 2]) & 0xF;
                text[i + 2] = nibble >= 8 ? char.ToUpperInvariant(state.lower[i]) : state.lower[i];
            }
        });
    }
}
