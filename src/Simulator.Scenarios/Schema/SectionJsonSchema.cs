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

        JsonObject schema = new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
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
        schema["description"] = key.Source is null ? key.Documentation : $"{key.Documentation} Default: {key.Source}.";
        if (key.Default is { } text && key.Shape is not ISection)
        {
            schema["default"] = JsonDefault(schema, text);
        }

        if (key.Example is { } example && key.Shape is not ISection && !example.StartsWith('{'))
        {
            schema["examples"] = new JsonArray(JsonDefault(schema, example));
        }

        return schema;
    }

    private static JsonNode? JsonDefault(JsonObject schema, string text) => (string?)schema["type"]?.GetValue<string>() switch
    {
        "integer" or "array" => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };
}
