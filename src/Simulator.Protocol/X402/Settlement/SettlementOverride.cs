using System.Globalization;
using System.Numerics;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>What a resource handler asks to have settled instead of the full amount.</summary>
/// <remarks>Source: x402 resource server, settlement overrides.</remarks>
public static class SettlementOverride
{
    /// <summary>Decimals assumed for dollar amounts.</summary>
    public const int DefaultDecimals = 6;

    private const int MaximumLength = 100;
    private const int PercentScale = 100;

    /// <summary>The amount in a <c>Settlement-Overrides</c> header: <c>{"amount": "…"}</c>.</summary>
    public static Parsed<string> FromHeader(string header) =>
        header.Length > JsonLimits.HeaderCharacters
            ? new ParseRefusal(ParseProblem.TooLong, string.Empty)
            : BoundedJson.Read(System.Text.Encoding.UTF8.GetBytes(header), members => members.Text("amount"));

    /// <summary>
    /// Atomic units for an override: a whole number as it is; a percentage of <paramref name="full"/> with at most two
    /// decimals, rounded down; dollars, rounded to the nearest unit with halves up.
    /// </summary>
    /// <returns>False for any other text, or a result beyond 2²⁵⁶−1.</returns>
    public static bool TryResolve(string text, UInt256 full, int decimals, out UInt256 amount)
    {
        amount = default;
        if (text.Length is 0 or > MaximumLength || decimals is < 0 or > 77)
        {
            return false;
        }

        BigInteger? value = text[^1] == '%' ? Percentage(text[..^1], (BigInteger)full)
            : text[0] == '$' ? Dollars(text[1..], decimals)
            : IsDigits(text) ? Whole(text)
            : null;
        if (value is null || value > (BigInteger)UInt256.MaxValue)
        {
            return false;
        }

        amount = (UInt256)value.Value;
        return true;
    }

    private static BigInteger? Percentage(string text, BigInteger full)
    {
        string[] parts = text.Split('.');
        if (parts.Length > 2 || !IsDigits(parts[0]))
        {
            return null;
        }

        string fraction = parts.Length == 2 ? parts[1] : string.Empty;
        if (fraction.Length > 2 || !fraction.All(char.IsAsciiDigit))
        {
            return null;
        }

        BigInteger scaled = Whole(parts[0] + fraction.PadRight(2, '0'));
        return full * scaled / (100 * PercentScale);
    }

    private static BigInteger? Dollars(string text, int decimals)
    {
        string[] parts = text.Split('.');
        string fraction = parts.Length == 2 ? parts[1] : string.Empty;
        if (parts.Length > 2 || !IsDigits(parts[0]) || !fraction.All(char.IsAsciiDigit))
        {
            return null;
        }

        string digits = fraction.PadRight(decimals + 1, '0');
        BigInteger units = Whole(parts[0] + digits[..decimals]);
        return digits[decimals] >= '5' ? units + 1 : units;
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static BigInteger Whole(string digits) =>
        BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
