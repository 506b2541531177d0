using System.Globalization;
using System.Numerics;

namespace Simulator.Primitives;

/// <summary>An exact fraction in [0, 1], in lowest terms: probabilities and shares.</summary>
/// <remarks><c>default</c> is zero. Denominator: [1, 2⁶³).</remarks>
public readonly record struct Ratio : IComparable<Ratio>
{
    private readonly long denominatorMinusOne;

    /// <exception cref="ArgumentOutOfRangeException">Not a fraction in [0, 1].</exception>
    public Ratio(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        long divisor = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        denominatorMinusOne = (denominator / divisor) - 1;
    }

    public static Ratio Zero => default;

    public static Ratio One => new(1, 1);

    public long Numerator { get; }

    public long Denominator => denominatorMinusOne + 1;

    public bool IsZero => Numerator == 0;

    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    public int CompareTo(Ratio other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <summary>For reports and statistics only.</summary>
    public double ToDouble() => (double)Numerator / Denominator;

    public override string ToString() => Denominator == 1
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
