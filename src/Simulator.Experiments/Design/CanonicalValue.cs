using Simulator.Reporting;
using Simulator.Scenarios.Quantities;

namespace Simulator.Experiments;

/// <summary>Values of varied keys as reports show and charts draw them.</summary>
internal static class CanonicalValue
{
    public static ArmValue Of(string key, string text) => Quantity.Find(text) is { } quantity
        ? new ArmValue(key, text, VerdictRequests.InBaseUnit(quantity), UnitOf(quantity.Dimension))
        : new ArmValue(key, text, null, "");

    /// <summary>Symbol of the base unit of metrics; empty for plain numbers.</summary>
    public static string UnitOf(Dimension dimension) => dimension switch
    {
        Dimension.Time => "s",
        Dimension.Opg => "OPG",
        Dimension.Ether => "gwei",
        Dimension.Rate => "1/s",
        Dimension.Bytes => "B",
        Dimension.BitRate => "bit/s",
        Dimension.Usd => "USD",
        Dimension.Unset or Dimension.Count or Dimension.Ratio => "",
    };
}
