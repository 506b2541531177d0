using System.Globalization;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>A unit to show figures in: multiply by the factor, write the name behind.</summary>
internal readonly record struct Scale(double Factor, string Name)
{
    public static Scale For(double value, MetricUnit unit) => unit switch
    {
        MetricUnit.Seconds => Wording.ScaleOfSeconds(value),
        MetricUnit.Opg => new Scale(1, "OPG"),
        MetricUnit.Count => new Scale(1, string.Empty),
        MetricUnit.PerSecond =>
            Math.Abs(value) is > 0 and < 0.1 ? new Scale(60, "per minute") : new Scale(1, "per second"),
        MetricUnit.Share => new Scale(100, "%"),
        MetricUnit.Gwei => new Scale(1, "gwei"),
        MetricUnit.Usd => new Scale(1, "USD"),
        MetricUnit.Unset => throw Invariant.Unreachable(unit),
    };

    public string Bare(double value, int decimals) => (value * Factor)
        .ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        .Replace('-', '−');

    /// <summary>As many decimals as there are: at most nine of an amount, three of anything else.</summary>
    public string Exact(double value, MetricUnit unit)
    {
        string format = unit is MetricUnit.Opg or MetricUnit.Gwei or MetricUnit.Usd ? "#,0.#########" : "#,0.###";
        string digits = (value * Factor).ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
        return Name.Length == 0 ? digits : $"{digits} {Name}";
    }

    public string Text(double value, int decimals) =>
        Name.Length == 0 ? Bare(value, decimals) : $"{Bare(value, decimals)} {Name}";
}
