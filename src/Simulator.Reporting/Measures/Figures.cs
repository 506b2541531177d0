using System.Globalization;

namespace Simulator.Reporting;

/// <summary>Numbers on their way into files: few enough digits to agree on every platform.</summary>
internal static class Figures
{
    private const string TwelveDigits = "E11";

    public static double Round(double value) =>
        double.Parse(value.ToString(TwelveDigits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
