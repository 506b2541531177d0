using System.Globalization;

namespace Simulator.Protocol.Tensors;

/// <summary>Between the runtime's shortest round-trip text of a float and a <see cref="FixedPoint"/>.</summary>
internal static class DecimalText
{
    private const int LongestText = 64;

    /// <summary>Reads <c>[-]digits[.digits][E±exponent]</c>; false for NaN, ∞ and what int128 cannot hold.</summary>
    public static bool TryRead(string text, out FixedPoint number)
    {
        number = default;
        int exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        ReadOnlySpan<char> mantissa = exponentAt < 0 ? text : text.AsSpan(0, exponentAt);
        int exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), CultureInfo.InvariantCulture);
        int point = mantissa.IndexOf('.');
        int fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (!Int128.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 value))
        {
            return false;
        }

        return TryScale(value, fraction - exponent, out number);
    }

    /// <summary>Reads <c>[-]digits[.digits]</c> of at most 64 characters.</summary>
    public static bool TryReadPlain(ReadOnlySpan<char> text, out FixedPoint number)
    {
        ReadOnlySpan<char> digits = text.StartsWith("-") ? text[1..] : text;
        int point = digits.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? digits : digits[..point];
        ReadOnlySpan<char> fraction = point < 0 ? "0" : digits[(point + 1)..];
        number = default;
        bool plain = text.Length <= LongestText && IsDigits(whole) && IsDigits(fraction);
        return plain && TryRead(text.ToString(), out number);
    }

    public static string Write(FixedPoint number)
    {
        if (number.Decimals is <= 0 or > 1_000)
        {
            string exponent = number.Decimals == 0 ? "" : $"E{-(long)number.Decimals}";
            return string.Create(CultureInfo.InvariantCulture, $"{number.Value}{exponent}");
        }

        string digits = number.Value.ToString(CultureInfo.InvariantCulture);
        string sign = number.Value < 0 ? "-" : "";
        digits = digits[sign.Length..].PadLeft(number.Decimals + 1, '0');
        return $"{sign}{digits[..^number.Decimals]}.{digits[^number.Decimals..]}";
    }

    private static bool IsDigits(ReadOnlySpan<char> text) =>
        text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    private static bool TryScale(Int128 value, int decimals, out FixedPoint number)
    {
        number = new FixedPoint(value, 0);
        if (value == 0)
        {
            return true;
        }

        for (; decimals < 0; decimals++)
        {
            if (value > Int128.MaxValue / 10 || value < Int128.MinValue / 10)
            {
                return false;
            }

            value *= 10;
        }

        number = new FixedPoint(value, decimals).Normalised();
        return true;
    }
}
