using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Quantities;

namespace Simulator.Scenarios.Schema;

/// <summary>JSON Schema of numbers with units.</summary>
internal static class UnitsJsonSchema
{
    /// <summary>Nought in any notation and unit.</summary>
    public const string Zero = @"^0[0_]*(\.0[0_]*)?(/[0-9_]+)?($|[^0-9_./])";

    // Up to one: the plain number, per cent, or a fraction, whose size no pattern can tell.
    private const string Ratio =
        @"^(0*(1(\.0+)?|0(\.[0-9][0-9_]*)?)|0*(100(\.0+)?|[0-9]{1,2}(\.[0-9][0-9_]*)?) ?%|"
        + @"[0-9][0-9_]*/[0-9][0-9_]*( ?%)?)$";

    private static readonly (Dimension Dimension, string Name)[] Defined =
    [
        (Dimension.Time, "duration"),
        (Dimension.Opg, "amount"),
        (Dimension.Ether, "fee"),
        (Dimension.Ratio, "ratio"),
        (Dimension.Rate, "rate"),
        (Dimension.BitRate, "bit-rate"),
    ];

    public static string Reference(Dimension dimension) =>
        "#/$defs/" + Defined.First(known => known.Dimension == dimension).Name;

    public static JsonObject Definitions()
    {
        JsonObject definitions = [];
        foreach ((Dimension dimension, string name) in Defined)
        {
            definitions.Add(name, Definition(dimension));
        }

        return definitions;
    }

    private static JsonObject Definition(Dimension dimension)
    {
        string units = string.Join('|', Units.Of(dimension).Select(unit => Regex.Escape(unit.Name)));
        JsonObject definition = new()
        {
            ["type"] = dimension is Dimension.Ratio ? new JsonArray("string", "number") : "string",
            ["pattern"] = dimension is Dimension.Ratio
                ? Ratio
                : $@"^[0-9][0-9_]*(\.[0-9][0-9_]*|/[0-9][0-9_]*)? ?({units})$",
            ["description"] = $"{Units.Noun(dimension)} such as {Units.Example(dimension)}",
        };
        if (dimension is Dimension.Ratio)
        {
            definition.Add("minimum", 0);
            definition.Add("maximum", 1);
        }

        return definition;
    }
}
