using System.Globalization;
using System.Numerics;

namespace Simulator.Scenarios.Quantities;

/// <summary>An exact fraction of any size in lowest terms. <c>default</c> is zero.</summary>
public readonly record struct ExactNumber : IComparable<ExactNumber>
{
    /// <summary>Longest number that is read; longer ones are refused before any arithmetic.</summary>
    private const int MaxCharacters = 80;

    private readonly BigInteger denominatorMinusOne;

    public ExactNumber(BigInteger numerator, BigInteger denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, BigInteger.One);
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        denominatorMinusOne = (denominator / divisor) - 1;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominatorMinusOne + 1;

    public bool IsInteger => denominatorMinusOne.IsZero;

    public static ExactNumber operator *(ExactNumber left, ExactNumber right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public int CompareTo(ExactNumber other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public static bool operator <(ExactNumber left, ExactNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(ExactNumber left, ExactNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(ExactNumber left, ExactNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ExactNumber left, ExactNumber right) => left.CompareTo(right) >= 0;

    /// <summary>
    /// Decimal digits with an optional sign, point and <c>_</c> between digits, or a fraction of two integers.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ExactNumber number)
    {
        number = default;
        if (text.Length > MaxCharacters)
        {
            return false;
        }

        int slash = text.IndexOf('/');
        if (slash < 0)
        {
            return TryParseDecimal(text, out number);
        }

        if (!TryParseDecimal(text[..slash].TrimEnd(), out ExactNumber top)
            || !TryParseDecimal(text[(slash + 1)..].TrimStart(), out ExactNumber bottom)
            || !top.IsInteger || !bottom.IsInteger || bottom.Numerator.Sign <= 0)
        {
            return false;
        }

        number = new ExactNumber(top.Numerator, bottom.Numerator);
        return true;
    }

    /// <summary>For reports and statistics only.</summary>
    public double ToDouble() => (double)Numerator / (double)Denominator;

    /// <summary>An integer, or a fraction of two.</summary>
    public override string ToString() => IsInteger
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static bool TryParseDecimal(ReadOnlySpan<char> text, out ExactNumber number)
    {
        number = default;
        bool isNegative = text is ['-', ..];
        ReadOnlySpan<char> digits = text is ['-' or '+', ..] ? text[1..] : text;
        if (!IsDecimal(digits))
        {
            return false;
        }

        int point = digits.IndexOf('.');
        int decimals = point < 0 ? 0 : digits.Length - point - 1 - digits[point..].Count('_');
        string plain =
            digits.ToString().Replace("_", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        BigInteger magnitude = BigInteger.Parse(plain, NumberStyles.None, CultureInfo.InvariantCulture);
        number = new ExactNumber(isNegative ? -magnitude : magnitude, BigInteger.Pow(10, decimals));
        return true;
    }

    // Digits on both sides of at most one point; an underscore only between two digits.
    private static bool IsDecimal(ReadOnlySpan<char> digits)
    {
        int points = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            if (char.IsAsciiDigit(digits[i]))
            {
                continue;
            }

            bool isBetweenDigits = i > 0 && i < digits.Length - 1
                && char.IsAsciiDigit(digits[i - 1]) && char.IsAsciiDigit(digits[i + 1]);
            points += digits[i] == '.' ? 1 : 0;
            if (digits[i] is not ('.' or '_') || !isBetweenDigits || points > 1)
            {
                return false;
            }
        }

        return digits.Length > 0;
    }
}
