using System.Text.Json;

namespace Simulator.Protocol.Responses;

/// <summary>
/// User content in parts, as the current rule hashes it: text verbatim, attachments by type and file name only.
/// </summary>
/// <remarks>The bytes of an attachment are covered by no signature.</remarks>
internal static class ContentParts
{
    public static void Write(CanonicalWriter writer, JsonElement parts)
    {
        writer.BeginArray();
        foreach (JsonElement part in parts.EnumerateArray())
        {
            if (part.ValueKind != JsonValueKind.Object)
            {
                WriteText(writer, part.ValueKind == JsonValueKind.String ? part.GetString()! : PythonRepr.Text(part));
            }
            else if (Last(part, "type") is { ValueKind: JsonValueKind.String } type && type.ValueEquals("text"))
            {
                WriteTextPart(writer, part);
            }
            else
            {
                WriteAttachment(writer, part);
            }
        }

        writer.EndArray();
    }

    private static void WriteTextPart(CanonicalWriter writer, JsonElement part)
    {
        JsonElement? text = Last(part, "text");
        if (text is null || !Truth.Of(text.Value))
        {
            WriteText(writer, string.Empty);
            return;
        }

        writer.BeginObject();
        writer.Name("text");
        writer.Element(text.Value);
        writer.Member("type", "text");
        writer.EndObject();
    }

    private static void WriteText(CanonicalWriter writer, string text)
    {
        writer.BeginObject();
        writer.Member("text", text);
        writer.Member("type", "text");
        writer.EndObject();
    }

    private static void WriteAttachment(CanonicalWriter writer, JsonElement part)
    {
        JsonElement? named = Last(part, "file") is { ValueKind: JsonValueKind.Object } file
            ? Last(file, "filename")
            : null;
        JsonElement? name = named is not null && Truth.Of(named.Value) ? named : Last(part, "filename");
        writer.BeginObject();
        if (name is not null && Truth.Of(name.Value))
        {
            writer.Name("filename");
            writer.Element(name.Value);
        }

        writer.Name("type");
        WriteElementOrNull(writer, Last(part, "type"));
        writer.EndObject();
    }

    private static void WriteElementOrNull(CanonicalWriter writer, JsonElement? element)
    {
        if (element is null)
        {
            writer.Literal("null");
        }
        else
        {
            writer.Element(element.Value);
        }
    }

    private static JsonElement? Last(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value : null;
}
