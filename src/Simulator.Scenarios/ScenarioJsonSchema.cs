using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios;

/// <summary>The JSON Schema (2020-12) of scenario files, for editors.</summary>
/// <remarks>
/// It knows keys, types, units, documentation, and ranges as far as a pattern can say them; conditions between keys and
/// names that depend on the world are known to <c>check</c> alone.
/// </remarks>
public static class ScenarioJsonSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write()
    {
        JsonObject whole = ScenarioSection.Shape.ToJsonSchema();
        JsonObject definitions = UnitsJsonSchema.Definitions();
        definitions.Add("complete", whole);
        definitions.Add("economy", ScenarioSection.Economy.ToJsonSchema());
        definitions.Add("extending", WithoutDemands(ScenarioSection.Both.ToJsonSchema()));
        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "opgsim scenario",
            ["type"] = "object",
            ["if"] = new JsonObject { ["required"] = new JsonArray("extends") },
            ["then"] = new JsonObject { ["$ref"] = "#/$defs/extending" },
            ["else"] = new JsonObject
            {
                ["if"] = new JsonObject { ["required"] = new JsonArray("economy") },
                ["then"] = new JsonObject { ["$ref"] = "#/$defs/economy" },
                ["else"] = new JsonObject { ["$ref"] = "#/$defs/complete" },
            },
            ["$defs"] = definitions,
        };
        return schema.ToJsonString(Readable) + "\n";
    }

    // A file that extends another may leave out whatever its parent states.
    private static JsonNode WithoutDemands(JsonNode node)
    {
        JsonNode copy = node.DeepClone();
        Strip(copy);
        copy["required"] = new JsonArray("question");
        return copy;
    }

    private static void Strip(JsonNode? node)
    {
        if (node is not JsonObject fields)
        {
            return;
        }

        fields.Remove("required");
        fields.Remove("minProperties");
        foreach ((string name, JsonNode? value) in fields.ToList())
        {
            if (name is not "oneOf")
            {
                Strip(value);
            }
        }
    }
}
