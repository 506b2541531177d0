using System.Globalization;
using System.Numerics;
using Simulator.Primitives;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary>The shapes that several sections share.</summary>
internal static class Shapes
{
    private const ulong WeiPerGwei = 1_000_000_000;

    public static readonly QuantityShape<SimDuration> Duration =
        new(
            Dimension.Time,
            TryDuration,
            span => span.ToString(),
            new ExactNumber(long.MaxValue, 1),
            "whole nanoseconds, at most 292 years");

    public static readonly QuantityShape<SimDuration> PositiveDuration =
        Duration.Within(Bounds<SimDuration>.Above(SimDuration.Zero, SimDuration.FromDays(36_500)));

    public static readonly QuantityShape<WarmUpSettings> WarmUp =
        new(
            Dimension.Time,
            TryWarmUp,
            span => span.ToString(),
            new ExactNumber(long.MaxValue, 1),
            "more than 0 s, in whole nanoseconds, at most 292 years")
        {
            Special = ("mser5", WarmUpSettings.Mser5),
            OwnExample = "60 s",
        };

    public static readonly QuantityShape<OpgAmount> Amount =
        new(
            Dimension.Opg,
            TryAmount,
            amount => amount.ToString(),
            new ExactNumber(UInt128.MaxValue, 1),
            "at most 18 decimals and 3.4e20 OPG");

    public static readonly QuantityShape<OpgAmount> PositiveAmount =
        Amount.Within(Bounds<OpgAmount>.Above(OpgAmount.Zero));

    public static readonly QuantityShape<Allowance> Allowance =
        new(
            Dimension.Opg,
            TryAllowance,
            allowance => allowance.ToString(),
            new ExactNumber(UInt128.MaxValue, 1),
            "at most 18 decimals and 3.4e20 OPG")
        {
            Special = ("unlimited", Settings.Allowance.Unlimited),
        };

    public static readonly QuantityShape<UInt128> Fee =
        new(
            Dimension.Ether,
            TryWei,
            FormatGwei,
            new ExactNumber(WeiPerGwei * (BigInteger)WeiPerGwei, 1),
            "whole wei, at most 1 ETH");

    public static readonly QuantityShape<Ratio> Ratio =
        new(
            Dimension.Ratio,
            TryRatio,
            ratio => ratio.ToString(),
            new ExactNumber(1, 1),
            "a ratio from 0 to 1 with at most 18 digits");

    public static readonly QuantityShape<BitRate> BitRate =
        new(
            Dimension.BitRate,
            TryBitRate,
            Format,
            new ExactNumber(long.MaxValue, 1),
            "whole bits per second, at least 1")
        {
            Special = ("unlimited", default),
        };

    public static readonly QuantityShape<Rate> Rate =
        new(
            Dimension.Rate,
            TryRate,
            rate => rate.ToString(),
            new ExactNumber(1, 1),
            "more than 0 and at most 1000000000/s, as a whole number per s, min, h or d");

    public static IntegerShape<int> Integer(int low, int high) => new(Bounds<int>.From(low, high));

    private static bool TryDuration(ExactNumber nanoseconds, out SimDuration value)
    {
        bool fits = nanoseconds.IsInteger && nanoseconds.Numerator <= long.MaxValue;
        value = fits ? new SimDuration((long)nanoseconds.Numerator) : default;
        return fits;
    }

    private static bool TryWarmUp(ExactNumber nanoseconds, out WarmUpSettings value)
    {
        bool fits = TryDuration(nanoseconds, out SimDuration span) && span > SimDuration.Zero;
        value = WarmUpSettings.Of(span);
        return fits;
    }

    private static bool TryAmount(ExactNumber atto, out OpgAmount value)
    {
        value = default;
        return atto.IsInteger && OpgAmount.TryFromWire(atto.Numerator, out value);
    }

    private static bool TryAllowance(ExactNumber atto, out Allowance value)
    {
        bool fits = TryAmount(atto, out OpgAmount limit);
        value = Settings.Allowance.Of(limit);
        return fits;
    }

    private static bool TryWei(ExactNumber wei, out UInt128 value)
    {
        value = wei.IsInteger ? (UInt128)wei.Numerator : default;
        return wei.IsInteger;
    }

    private static string FormatGwei(UInt128 wei)
    {
        string fraction = (wei % WeiPerGwei).ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        string whole = (wei / WeiPerGwei).ToString(CultureInfo.InvariantCulture);
        return fraction.Length == 0 ? whole + " gwei" : $"{whole}.{fraction} gwei";
    }

    private static bool TryRatio(ExactNumber number, out Ratio value)
    {
        bool fits = number.Numerator <= number.Denominator && number.Denominator <= long.MaxValue;
        value = fits ? new Ratio((long)number.Numerator, (long)number.Denominator) : default;
        return fits;
    }

    private static bool TryBitRate(ExactNumber bits, out BitRate value)
    {
        bool fits = bits.IsInteger && bits.Numerator >= 1 && bits.Numerator <= long.MaxValue;
        value = fits ? new BitRate((long)bits.Numerator) : default;
        return fits;
    }

    // Events per nanosecond. A rate that no unit shows as a whole number could not be written back.
    private static bool TryRate(ExactNumber rate, out Rate value)
    {
        BigInteger day = 86_400 * (BigInteger)SimDuration.NanosecondsPerSecond;
        bool fits = rate.Numerator.Sign > 0 && rate.Numerator <= rate.Denominator && rate.Denominator <= day
            && day * rate.Numerator % rate.Denominator == 0;
        value = fits ? new Rate((long)rate.Numerator, new SimDuration((long)rate.Denominator)) : default;
        return fits;
    }

    private static string Format(BitRate rate)
    {
        Unit unit = Units.Of(Dimension.BitRate).Last(known => rate.BitsPerSecond % (long)known.Size.Numerator == 0);
        return $"{rate.BitsPerSecond / (long)unit.Size.Numerator} {unit.Name}";
    }
}
