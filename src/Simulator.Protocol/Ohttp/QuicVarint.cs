namespace Simulator.Protocol.Ohttp;

/// <summary>Variable-length integers of RFC 9000 §16: 1, 2, 4 or 8 bytes, the length in the top two bits.</summary>
public static class QuicVarint
{
    public const ulong ValueMax = (1UL << 62) - 1;

    /// <summary>The shortest encoding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Beyond 2⁶²−1.</exception>
    public static byte[] Encode(ulong value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ValueMax);
        int power = value switch { < 1UL << 6 => 0, < 1UL << 14 => 1, < 1UL << 30 => 2, _ => 3 };
        byte[] bytes = new byte[1 << power];
        ulong rest = value;
        for (int i = bytes.Length - 1; i >= 0; i--)
        {
            bytes[i] = (byte)(rest & 0xff);
            rest >>= 8;
        }

        bytes[0] |= (byte)(power << 6);
        return bytes;
    }

    /// <summary>Reads one number from the front. Longer encodings than needed are valid, as in QUIC.</summary>
    /// <returns>Bytes read; zero when the input ends within the number.</returns>
    public static int Decode(ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        if (bytes.IsEmpty)
        {
            return 0;
        }

        int length = 1 << (bytes[0] >> 6);
        if (bytes.Length < length)
        {
            return 0;
        }

        value = (ulong)(bytes[0] & 0x3f);
        for (int i = 1; i < length; i++)
        {
            value = (value << 8) | bytes[i];
        }

        return length;
    }
}
