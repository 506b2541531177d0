using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Schema;

/// <summary>JSON Schema of a section and its keys.</summary>
internal static class SectionJsonSchema
{
    public static JsonObject Of(ISection section)
    {
        JsonObject properties = [];
        foreach (Key key in section.Keys)
        {
            properties.Add(key.Name, Of(key));
        }

        JsonObject schema =
            new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        string[] required = [.. section.Keys.Where(key => key.IsRequired).Select(key => key.Name)];
        if (required.Length > 0)
        {
            schema.Add("required", new JsonArray([.. required.Select(name => JsonValue.Create(name))]));
        }

        return schema;
    }

    private static JsonObject Of(Key key)
    {
        JsonObject schema = key.Shape.ToJsonSchema();
        schema["description"] = Description(key);
        if (key.Default is { } standard && Value(schema, standard) is { } value)
        {
            schema["default"] = value;
        }

        if (key.Example is { } example && Value(schema, example) is { } sample)
        {
            schema["examples"] = new JsonArray(sample);
        }

        return schema;
    }

    // With the range in words: no pattern can say the largest duration or amount.
    private static string Description(Key key)
    {
        string range = key.Shape.Inner is null ? $" Expected: {key.Shape.Expectation}." : "";
        string ground = key.Ground is null ? "" : $" Default: {key.Ground}.";
        return key.Documentation + range + ground;
    }

    // Null for sections and lists: their notation is YAML, not JSON.
    private static JsonNode? Value(JsonObject schema, string text) => text[0] switch
    {
        '{' or '[' => null,
        _ when schema["type"] is JsonValue type && type.GetValue<string>() == "integer" => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };
}
