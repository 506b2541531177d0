using System.Globalization;

namespace Simulator.Protocol.Responses;

/// <summary>Text of a double as Python's <c>repr</c> and <c>json.dumps</c> write it.</summary>
/// <remarks>
/// Shortest digits that read back to the same double; plain notation for decimal exponents −4 to 15, otherwise an
/// exponent of at least two digits; always a point or an exponent. protocol: request canonicalisation.
/// </remarks>
internal static class PythonFloat
{
    public static string Text(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        bool negative = shortest[0] == '-';
        (string digits, int pointAt) = Decompose(negative ? shortest[1..] : shortest);
        return (negative ? "-" : string.Empty) + Layout(digits, pointAt);
    }

    /// <summary>Significant digits and where the point stands: value = 0.d₁d₂… · 10^pointAt.</summary>
    private static (string Digits, int PointAt) Decompose(string unsigned)
    {
        int mark = unsigned.IndexOf('E', StringComparison.Ordinal);
        string scale = mark < 0 ? "0" : unsigned[(mark + 1)..];
        int exponent = int.Parse(scale, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = mark < 0 ? unsigned : unsigned[..mark];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int whole = point < 0 ? mantissa.Length : point;
        string digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        string significant = digits.TrimStart('0');
        if (significant.Length == 0)
        {
            return ("0", 1);
        }

        int pointAt = whole + exponent - (digits.Length - significant.Length);
        return (significant.TrimEnd('0'), pointAt);
    }

    private static string Layout(string digits, int pointAt)
    {
        int exponent = pointAt - 1;
        if (exponent is < -4 or >= 16)
        {
            string fraction = digits.Length == 1 ? string.Empty : "." + digits[1..];
            string size = Math.Abs(exponent).ToString("D2", CultureInfo.InvariantCulture);
            return digits[0] + fraction + (exponent < 0 ? "e-" : "e+") + size;
        }

        if (pointAt <= 0)
        {
            return "0." + new string('0', -pointAt) + digits;
        }

        return pointAt >= digits.Length
            ? digits.PadRight(pointAt, '0') + ".0"
            : digits[..pointAt] + "." + digits[pointAt..];
    }
}
