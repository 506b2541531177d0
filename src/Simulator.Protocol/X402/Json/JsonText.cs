using System.Text;
using System.Text.Json;

namespace Simulator.Protocol.X402;

/// <summary>A free-form JSON value, kept as its compact text with members in the order they arrived.</summary>
/// <remarks>
/// Compared by text. Numbers keep their spelling; strings are escaped as <c>JSON.stringify</c> escapes them.
/// </remarks>
public sealed record JsonText
{
    private JsonText(string text) => Text = text;

    /// <summary>Compact JSON.</summary>
    public string Text { get; }

    /// <exception cref="FormatException">Not JSON within the limits.</exception>
    public static JsonText Parse(string text) =>
        TryParse(text, out JsonText? json) ? json : throw new FormatException("not JSON");

    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JsonText? json)
    {
        bool isRead = BoundedJson.Read(Encoding.UTF8.GetBytes(text), members => From(members.Element)).TryGet(out json);
        return isRead;
    }

    internal static JsonText From(JsonElement element)
    {
        JsonTextWriter writer = new();
        writer.Value(element);
        return new JsonText(writer.ToString());
    }

    /// <summary>The object a writer has written.</summary>
    internal static JsonText From(JsonTextWriter writer) => new(writer.ToString());

    /// <summary>
    /// A string member of this object; null when this is no object, or the member is absent or no string.
    /// </summary>
    public string? Member(string name)
    {
        using JsonDocument document = JsonDocument.Parse(Text, BoundedJson.Options);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty(name, out JsonElement member)
            && member.ValueKind == JsonValueKind.String
                ? member.GetString()
                : null;
    }

    /// <summary>Any member of this object; null when this is no object or the member is absent.</summary>
    public JsonText? Part(string name)
    {
        using JsonDocument document = JsonDocument.Parse(Text, BoundedJson.Options);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty(name, out JsonElement member)
                ? From(member)
                : null;
    }

    public override string ToString() => Text;
}
