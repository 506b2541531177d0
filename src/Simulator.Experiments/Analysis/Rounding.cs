using System.Globalization;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>Twelve significant digits: the last bits of a distribution's quantile may differ between platforms.</summary>
internal static class Rounding
{
    public static double Twelve(double value) =>
        double.Parse(value.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static double? Twelve(double? value) => value is { } number ? Twelve(number) : null;

    public static Estimate Twelve(Estimate estimate) => estimate with
    {
        Value = Twelve(estimate.Value),
        Lower = Twelve(estimate.Lower),
        Upper = Twelve(estimate.Upper),
    };
}
