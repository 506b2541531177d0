using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>Base unit of a metric's values.</summary>
public enum MetricUnit
{
    Unset = 0,
    Seconds,
    Opg,
    Count,
    PerSecond,
    Share,

    /// <summary>10⁹ wei of the chain's native coin, in which fees are paid.</summary>
    Gwei,

    /// <summary>US dollar; decisions are made in it, no money moves in it.</summary>
    Usd,
}

public static class MetricUnits
{
    /// <summary>As it stands in files and column headings.</summary>
    public static string Symbol(this MetricUnit unit) => unit switch
    {
        MetricUnit.Seconds => "s",
        MetricUnit.Opg => "OPG",
        MetricUnit.Count => "1",
        MetricUnit.PerSecond => "1/s",
        MetricUnit.Share => "share",
        MetricUnit.Gwei => "gwei",
        MetricUnit.Usd => "USD",
        MetricUnit.Unset => throw Invariant.Unreachable(unit),
    };

    /// <summary>The unit whose <see cref="Symbol"/> this is.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static MetricUnit OfSymbol(string symbol) =>
        Enum.GetValues<MetricUnit>().FirstOrDefault(unit => unit != MetricUnit.Unset && unit.Symbol() == symbol) is var found
            && found != MetricUnit.Unset
                ? found
                : throw new FormatException($"'{symbol}' is no unit of a metric");
}
