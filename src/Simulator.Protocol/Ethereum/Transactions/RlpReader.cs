namespace Simulator.Protocol.Ethereum;

/// <summary>
/// Reads RLP items one after another. The first wrong item makes <see cref="IsValid"/> false for good.
/// </summary>
/// <remarks>
/// Only the one canonical encoding of every value is accepted, as consensus clients do. Never throws.
/// </remarks>
public ref struct RlpReader
{
    private const int ShortLimit = 55;
    private const int LengthDigits = 8;
    private const byte StringOffset = 0x80;
    private const byte ListOffset = 0xC0;

    private ReadOnlySpan<byte> rest;

    public RlpReader(ReadOnlySpan<byte> bytes)
    {
        rest = bytes;
        IsValid = true;
    }

    public bool IsValid { get; private set; }

    /// <summary>Nothing is left.</summary>
    public readonly bool IsAtEnd => rest.IsEmpty;

    public ReadOnlySpan<byte> Bytes()
    {
        if (IsValid && !rest.IsEmpty && rest[0] < StringOffset)
        {
            return Take(1);
        }

        ReadOnlySpan<byte> value = Take(Length(StringOffset));
        // One byte below 0x80 stands for itself and must not carry a length.
        IsValid &= value.Length != 1 || value[0] >= StringOffset;
        return IsValid ? value : default;
    }

    /// <summary>An unsigned number of at most <paramref name="maximumBytes"/> bytes.</summary>
    public UInt256 Number(int maximumBytes)
    {
        ReadOnlySpan<byte> digits = Bytes();
        IsValid &= digits.Length <= maximumBytes && (digits.IsEmpty || digits[0] != 0);
        if (!IsValid)
        {
            return default;
        }

        Span<byte> word = stackalloc byte[UInt256.Length];
        digits.CopyTo(word[(UInt256.Length - digits.Length)..]);
        return UInt256.FromBigEndian(word);
    }

    /// <summary>A reader of the list's items.</summary>
    public RlpReader List()
    {
        ReadOnlySpan<byte> body = Take(Length(ListOffset));
        return new RlpReader(body) { IsValid = IsValid };
    }

    /// <summary>A condition of the caller's on what was read.</summary>
    internal void Require(bool condition) => IsValid &= condition;

    // Consumes the length prefix of a string or list that begins at the given offset.
    private int Length(byte offset)
    {
        ReadOnlySpan<byte> first = Take(1);
        int relative = first.IsEmpty ? -1 : first[0] - offset;
        IsValid &= relative >= 0 && relative <= ShortLimit + LengthDigits;
        if (!IsValid || relative <= ShortLimit)
        {
            return relative;
        }

        ReadOnlySpan<byte> digits = Take(relative - ShortLimit);
        IsValid &= digits.Length is > 0 and < sizeof(int) && digits[0] != 0;
        int length = 0;
        foreach (byte digit in IsValid ? digits : default)
        {
            length = (length << 8) | digit;
        }

        IsValid &= length > ShortLimit;
        return length;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        IsValid &= length >= 0 && length <= rest.Length;
        if (!IsValid)
        {
            return default;
        }

        ReadOnlySpan<byte> taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
