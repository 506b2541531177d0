using System.Globalization;
using System.Numerics;
using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Figures the way people write them.</summary>
public static class Wording
{
    private const int Thousand = 1_000;
    private const int Million = 1_000_000;

    private const int MostDigits = 5;
    private const double Minute = 60;
    private const double Hour = 3_600;

    /// <summary><c>1,234</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Exact, with thousands separators: <c>1,234.05 OPG</c>.</summary>
    public static string Opg(OpgAmount amount) => Opg((BigInteger)amount.BaseUnits);

    /// <summary>At most six decimals for a label; marked when something was rounded away.</summary>
    internal static string ShortOpg(OpgAmount amount)
    {
        BigInteger one = (BigInteger)OpgAmount.OneOpg.BaseUnits;
        if (amount.BaseUnits >= one * Million)
        {
            return string.Create(CultureInfo.InvariantCulture, $"≈ {amount.ToDouble() / Million:0.0##} M OPG");
        }

        BigInteger unit = amount.BaseUnits >= one * Thousand ? one : BigInteger.Pow(10, OpgAmount.Decimals - 6);
        BigInteger rounded = ((BigInteger)amount.BaseUnits + (unit / 2)) / unit * unit;
        return (rounded == amount.BaseUnits ? string.Empty : "≈ ") + Opg(rounded);
    }

    /// <summary>Exact, with sign.</summary>
    internal static string Opg(BigInteger attoOpg)
    {
        BigInteger whole = BigInteger.DivRem(
            BigInteger.Abs(attoOpg), (BigInteger)OpgAmount.OneOpg.BaseUnits, out BigInteger rest);
        string digits = whole.ToString("N0", CultureInfo.InvariantCulture);
        string fraction = rest.IsZero
            ? string.Empty
            : "." + rest.ToString(CultureInfo.InvariantCulture).PadLeft(OpgAmount.Decimals, '0').TrimEnd('0');
        return (attoOpg.Sign < 0 ? "−" : string.Empty) + digits + fraction + " OPG";
    }

    /// <summary>
    /// A figure with its unit, and its interval in words; both rounded to what the interval supports.
    /// </summary>
    public static (string Value, string Interval) Figure(Estimate estimate, MetricUnit unit)
    {
        Scale scale = Scale.For(estimate.Value, unit);
        if (estimate.Lower == estimate.Upper && estimate.Lower is not null)
        {
            bool exact = estimate == Estimate.Exact(estimate.Value, estimate.N);
            return (scale.Exact(estimate.Value, unit), exact ? "exact" : "no spread");
        }

        double width = Width(estimate) * scale.Factor;
        int decimals = DecimalsFor(estimate.Value * scale.Factor, width, unit);
        string value = scale.Text(estimate.Value, decimals);
        return (value, Interval(estimate, scale, decimals));
    }

    /// <summary>A note as a sentence of its own.</summary>
    internal static string Sentence(string note) => char.ToUpperInvariant(note[0]) + note[1..] + ".";

    /// <summary>The unit best read for a span of about this many seconds.</summary>
    internal static Scale ScaleOfSeconds(double seconds) => Math.Abs(seconds) switch
    {
        0 => new Scale(1, "s"),
        < 1e-3 => new Scale(1e6, "µs"),
        < 1 => new Scale(1e3, "ms"),
        < 2 * Minute => new Scale(1, "s"),
        < 2 * Hour => new Scale(1 / Minute, "min"),
        _ => new Scale(1 / Hour, "h"),
    };

    /// <summary>Three significant digits: <c>1.24 s</c>, <c>312 ms</c>.</summary>
    internal static string Seconds(double seconds)
    {
        Scale scale = ScaleOfSeconds(seconds);
        return scale.Text(seconds, DecimalsFor(seconds * scale.Factor, 0, MetricUnit.Seconds));
    }

    private static double Width(Estimate estimate) => (estimate.Lower, estimate.Upper) switch
    {
        ({ } lower, { } upper) => (upper - lower) / 2,
        ({ } lower, null) => estimate.Value - lower,
        (null, { } upper) => upper - estimate.Value,
        (null, null) => 0,
    };

    private static string Interval(Estimate estimate, Scale scale, int decimals) =>
        (estimate.Lower, estimate.Upper) switch
        {
            (null, null) => "no interval",
            ({ } lower, { } upper) => $"{scale.Bare(lower, decimals)} to {scale.Text(upper, decimals)}",
            ({ } lower, null) => $"at least {scale.Text(lower, decimals)}",
            (null, { } upper) => $"at most {scale.Text(upper, decimals)}",
        };

    private static int Magnitude(double value) => (int)Math.Floor(Math.Log10(value));

    // Two significant digits of the half-width; three of an exact figure; counts and their kind stay whole.
    private static int DecimalsFor(double value, double halfWidth, MetricUnit unit)
    {
        if (unit == MetricUnit.Count && halfWidth == 0 && value == Math.Round(value))
        {
            return 0;
        }

        double reference = halfWidth > 0 ? halfWidth : Math.Abs(value) / 10;
        if (reference <= 0)
        {
            return 0;
        }

        int supported = 1 - Magnitude(reference);
        int readable = MostDigits - 1 - Magnitude(Math.Max(Math.Abs(value), reference));
        return Math.Clamp(Math.Min(supported, readable), 0, 15);
    }
}
