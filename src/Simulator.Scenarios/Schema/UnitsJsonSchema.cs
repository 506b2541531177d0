using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Quantities;

namespace Simulator.Scenarios.Schema;

/// <summary>JSON Schema of numbers with units.</summary>
internal static class UnitsJsonSchema
{
    private static readonly (Dimension Dimension, string Name)[] Defined =
    [
        (Dimension.Time, "duration"),
        (Dimension.Opg, "amount"),
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
        string unit = dimension is Dimension.Ratio ? $"( ?({units}))?" : $" ?({units})";
        JsonObject definition = new()
        {
            ["type"] = dimension is Dimension.Ratio ? new JsonArray("string", "number") : "string",
            ["pattern"] = $"^[0-9][0-9_]*(\\.[0-9]+|/[0-9]+)?{unit}$",
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
