using System.Globalization;
using System.Numerics;

namespace Simulator.Primitives;

/// <summary>An amount of OPG in atto-OPG (1 OPG = 10¹⁸ base units). Never negative; arithmetic is checked.</summary>
/// <remarks>
/// Range: [0, 2¹²⁸). A subtraction below zero or a sum above the range is a bug and throws
/// <see cref="OverflowException"/>. The protocol's own fields are uint256 and become an amount only through
/// <see cref="TryFromWire"/>.
/// </remarks>
public readonly record struct OpgAmount(UInt128 BaseUnits) : IComparable<OpgAmount>
{
    public const int Decimals = 18;

    public static readonly OpgAmount Zero;
    public static readonly OpgAmount OneOpg = new(UInt128.Parse("1000000000000000000", CultureInfo.InvariantCulture));

    public bool IsZero => BaseUnits == UInt128.Zero;

    public static OpgAmount FromWholeOpg(ulong count) => new(OneOpg.BaseUnits * count);

    /// <summary>A uint256 of the wire as an amount; false when it does not fit into 128 bits or is negative.</summary>
    public static bool TryFromWire(BigInteger value, out OpgAmount amount)
    {
        bool fits = value.Sign >= 0 && value <= (BigInteger)UInt128.MaxValue;
        amount = fits ? new OpgAmount((UInt128)value) : Zero;
        return fits;
    }

    public static OpgAmount operator +(OpgAmount left, OpgAmount right) => new(checked(left.BaseUnits + right.BaseUnits));

    public static OpgAmount operator -(OpgAmount left, OpgAmount right) => new(checked(left.BaseUnits - right.BaseUnits));

    public static OpgAmount operator *(OpgAmount amount, ulong factor) => new(checked(amount.BaseUnits * factor));

    public static bool operator <(OpgAmount left, OpgAmount right) => left.BaseUnits < right.BaseUnits;

    public static bool operator >(OpgAmount left, OpgAmount right) => left.BaseUnits > right.BaseUnits;

    public static bool operator <=(OpgAmount left, OpgAmount right) => left.BaseUnits <= right.BaseUnits;

    public static bool operator >=(OpgAmount left, OpgAmount right) => left.BaseUnits >= right.BaseUnits;

    public static OpgAmount Min(OpgAmount left, OpgAmount right) => left <= right ? left : right;

    public static OpgAmount Max(OpgAmount left, OpgAmount right) => left >= right ? left : right;

    /// <summary>⌊this · numerator ÷ denominator⌋ with a 256-bit intermediate.</summary>
    public OpgAmount MultiplyDivideRoundingDown(UInt128 numerator, UInt128 denominator) =>
        new(checked((UInt128)((BigInteger)BaseUnits * numerator / denominator)));

    /// <summary>⌈this · numerator ÷ denominator⌉ with a 256-bit intermediate.</summary>
    public OpgAmount MultiplyDivideRoundingUp(UInt128 numerator, UInt128 denominator)
    {
        BigInteger product = (BigInteger)BaseUnits * numerator;
        return new(checked((UInt128)((product + denominator - 1) / denominator)));
    }

    /// <summary>The share of this amount, rounded down; the remainder stays with whoever splits.</summary>
    public OpgAmount ShareRoundingDown(Ratio share) =>
        MultiplyDivideRoundingDown((UInt128)share.Numerator, (UInt128)share.Denominator);

    public int CompareTo(OpgAmount other) => BaseUnits.CompareTo(other.BaseUnits);

    /// <summary>Decimal OPG without trailing zeros, exact: <c>0.1 OPG</c>.</summary>
    public override string ToString()
    {
        UInt128 whole = BaseUnits / OneOpg.BaseUnits;
        UInt128 rest = BaseUnits % OneOpg.BaseUnits;
        string digits = whole.ToString(CultureInfo.InvariantCulture);
        return rest == UInt128.Zero
            ? digits + " OPG"
            : digits + "." + rest.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals, '0').TrimEnd('0') + " OPG";
    }

    /// <summary>OPG as a real number, for reports and statistics only.</summary>
    public double ToDouble() => (double)BaseUnits / 1e18;
}
