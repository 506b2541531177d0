using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Simulator.Protocol.Ethereum;

/// <summary>A uint256 of the wire and of contract storage. Arithmetic is checked, as in Solidity 0.8.</summary>
public readonly record struct UInt256(UInt128 High, UInt128 Low) : IComparable<UInt256>
{
    public const int Length = 32;

    public static readonly UInt256 Zero;
    public static readonly UInt256 One = new(0, 1);
    public static readonly UInt256 MaxValue = new(UInt128.MaxValue, UInt128.MaxValue);

    public bool IsZero => this == default;

    public static implicit operator UInt256(UInt128 value) => new(0, value);

    public static implicit operator UInt256(ulong value) => new(0, value);

    public static explicit operator BigInteger(UInt256 value) => ((BigInteger)value.High << 128) | value.Low;

    /// <exception cref="OverflowException">Negative or beyond 2²⁵⁶−1.</exception>
    public static explicit operator UInt256(BigInteger value) =>
        new(checked((UInt128)(value >> 128)), (UInt128)(value & (BigInteger)UInt128.MaxValue));

    public static UInt256 FromBigEndian(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length);
        return new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));
    }

    /// <summary>Decimal digits, or 0x and hexadecimal digits, of a value below 2²⁵⁶; false for anything else.</summary>
    public static bool TryParse(string? text, out UInt256 value)
    {
        value = default;
        if (string.IsNullOrEmpty(text) || text.Length > 80)
        {
            return false;
        }

        bool isHex = text.StartsWith("0x", StringComparison.Ordinal);
        ReadOnlySpan<char> digits = isHex ? text.AsSpan(2) : text;
        if (digits.IsEmpty)
        {
            return false;
        }

        foreach (char digit in digits)
        {
            if (!(isHex ? char.IsAsciiHexDigit(digit) : char.IsAsciiDigit(digit)))
            {
                return false;
            }
        }

        BigInteger number = isHex
            ? BigInteger.Parse(string.Concat("0", digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        bool fits = number <= (BigInteger)MaxValue;
        value = fits ? (UInt256)number : default;
        return fits;
    }

    /// <exception cref="FormatException">Not a uint256.</exception>
    public static UInt256 Parse(string text) =>
        TryParse(text, out UInt256 value) ? value : throw new FormatException($"not a uint256: {text}");

    public static UInt256 operator +(UInt256 left, UInt256 right)
    {
        UInt128 low = unchecked(left.Low + right.Low);
        UInt128 carry = low < left.Low ? UInt128.One : UInt128.Zero;
        return new(checked(left.High + right.High + carry), low);
    }

    public static UInt256 operator -(UInt256 left, UInt256 right)
    {
        UInt128 borrow = left.Low < right.Low ? UInt128.One : UInt128.Zero;
        return new(checked(left.High - right.High - borrow), unchecked(left.Low - right.Low));
    }

    public static bool operator <(UInt256 left, UInt256 right) => left.CompareTo(right) < 0;

    public static bool operator >(UInt256 left, UInt256 right) => left.CompareTo(right) > 0;

    public static bool operator <=(UInt256 left, UInt256 right) => left.CompareTo(right) <= 0;

    public static bool operator >=(UInt256 left, UInt256 right) => left.CompareTo(right) >= 0;

    public void WriteBigEndian(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, High);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], Low);
    }

    public int CompareTo(UInt256 other)
    {
        int order = High.CompareTo(other.High);
        return order != 0 ? order : Low.CompareTo(other.Low);
    }

    /// <summary>Decimal digits.</summary>
    public override string ToString() =>
        High == 0
            ? Low.ToString(CultureInfo.InvariantCulture)
            : ((BigInteger)this).ToString(CultureInfo.InvariantCulture);
}
