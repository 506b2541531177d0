using System.Text.Json.Nodes;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Variations;

/// <summary>The JSON Schema of <c>vary:</c>; paths and values are known to <c>check</c> alone.</summary>
internal static class VariationJsonSchema
{
    public static JsonObject Of(IEnumerable<(string Word, VariationDesign Design)> designs) => new()
    {
        ["oneOf"] = new JsonArray([.. designs.Select(known => new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray(known.Word),
            ["properties"] = new JsonObject { [known.Word] = Of(known.Design) },
        })]),
    };

    private static JsonObject Of(VariationDesign design) => design switch
    {
        VariationDesign.Grid or VariationDesign.Zip => new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["additionalProperties"] = new JsonObject { ["type"] = "array", ["minItems"] = 1 },
        },
        VariationDesign.List => new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = new JsonObject { ["type"] = "object" },
        },
        _ => new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray(SampledArms.CountKeyOf(design)),
            ["properties"] = new JsonObject
            {
                [SampledArms.CountKeyOf(design)] = new JsonObject
                {
                    ["type"] = "integer",
                    ["minimum"] = 2,
                    ["maximum"] = VariationShape.MostArms,
                },
            },
            ["additionalProperties"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["required"] = new JsonArray("from", "to"),
                ["properties"] = new JsonObject { ["from"] = new JsonObject(), ["to"] = new JsonObject() },
            },
        },
    };
}
