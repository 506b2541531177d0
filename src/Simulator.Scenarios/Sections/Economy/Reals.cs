using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections.Economy;

/// <summary>The real numbers of economies.</summary>
internal static class Reals
{
    private const double Most = 1e12;

    public static readonly RealShape Usd = new("USD", 0, Most, "2 USD");

    public static readonly RealShape PositiveUsd = new("USD", 1e-9, Most, "0.002 USD");

    public static readonly RealShape UsdPerDay = new("USD/d", 0, Most, "12 USD/d");

    public static readonly RealShape UsdPerKilowattHour = new("USD/kWh", 0, 100, "0.12 USD/kWh");

    public static readonly RealShape Watts = new("W", 0, 1e9, "350 W");

    public static readonly RealShape PerDay = new("/d", 0, Most, "1000 /d");

    /// <summary>Growth: at least −99 %.</summary>
    public static readonly RealShape Growth = new("/yr", -0.99, 1_000, "0.1 /yr");

    public static readonly RealShape PerYear = new("/yr", 0, 1_000, "0.8 /yr");

    public static readonly RealShape NotNegative = new("", 0, Most, "0.1");

    public static readonly RealShape Signed = new("", -1_000, 1_000, "-0.8");
}
