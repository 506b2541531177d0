using System.Numerics;
using Simulator.Primitives;

namespace Simulator.Protocol.Pricing;

/// <summary>Decimal arithmetic of 28 significant digits, rounded half to even, as the gateway's price rule computes.</summary>
/// <remarks>
/// Value = coefficient · 10^exponent; never negative here. Python's decimal module with its default context; the
/// runtime's own decimal rounds at other places and would differ in the last atto-OPG. No limit on the exponent.
/// </remarks>
internal readonly record struct PythonDecimal
{
    private const int Precision = 28;
    private static readonly BigInteger Limit = BigInteger.Pow(10, Precision);

    private readonly BigInteger coefficient;
    private readonly int exponent;

    private PythonDecimal(BigInteger coefficient, int exponent)
    {
        this.coefficient = coefficient;
        this.exponent = exponent;
    }

    public static PythonDecimal Of(long value) => new(value, 0);

    public static PythonDecimal Of(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        Invariant.That(parts[3] >= 0);
        BigInteger digits = unchecked(((BigInteger)(uint)parts[2] << 64) | ((BigInteger)(uint)parts[1] << 32) | (uint)parts[0]);
        return new PythonDecimal(digits, -((parts[3] >> 16) & 0xFF));
    }

    public static PythonDecimal operator *(PythonDecimal left, PythonDecimal right) =>
        Round(left.coefficient * right.coefficient, left.exponent + right.exponent, isInexact: false);

    public static PythonDecimal operator +(PythonDecimal left, PythonDecimal right)
    {
        int exponent = Math.Min(left.exponent, right.exponent);
        return Round(left.ScaledTo(exponent) + right.ScaledTo(exponent), exponent, isInexact: false);
    }

    public static PythonDecimal operator /(PythonDecimal left, PythonDecimal right)
    {
        int shift = Math.Max(0, Precision + 2 + Digits(right.coefficient) - Digits(left.coefficient));
        BigInteger quotient = BigInteger.DivRem(
            left.coefficient * BigInteger.Pow(10, shift), right.coefficient, out BigInteger remainder);
        return Round(quotient, left.exponent - right.exponent - shift, isInexact: !remainder.IsZero);
    }

    /// <summary>The smallest integer not below this.</summary>
    public BigInteger Ceiling()
    {
        if (exponent >= 0)
        {
            return coefficient * BigInteger.Pow(10, exponent);
        }

        BigInteger quotient = BigInteger.DivRem(coefficient, BigInteger.Pow(10, -exponent), out BigInteger remainder);
        return remainder.Sign > 0 ? quotient + 1 : quotient;
    }

    // Inexact: digits beyond the coefficient exist; they decide an otherwise exact half.
    private static PythonDecimal Round(BigInteger coefficient, int exponent, bool isInexact)
    {
        if (coefficient < Limit)
        {
            return new PythonDecimal(coefficient, exponent);
        }

        int excess = Digits(coefficient) - Precision;
        BigInteger unit = BigInteger.Pow(10, excess);
        BigInteger quotient = BigInteger.DivRem(coefficient, unit, out BigInteger remainder);
        int half = (remainder * 2).CompareTo(unit);
        bool up = half > 0 || (half == 0 && (isInexact || !quotient.IsEven));
        return Round(up ? quotient + 1 : quotient, exponent + excess, isInexact: false);
    }

    private static int Digits(BigInteger value)
    {
        int digits = 1;
        for (BigInteger bound = 10; bound <= value; bound *= 10)
        {
            digits++;
        }

        return digits;
    }

    private BigInteger ScaledTo(int lower) => coefficient * BigInteger.Pow(10, exponent - lower);
}
