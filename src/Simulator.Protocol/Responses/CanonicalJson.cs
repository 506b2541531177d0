using System.Text.Json;

namespace Simulator.Protocol.Responses;

/// <summary>A JSON value in the canonical form that requests are hashed in; equal text means equal value.</summary>
/// <remarks>
/// <c>default</c> is absence. Text is ASCII, as Python's <c>json.dumps(…, sort_keys=True)</c> gives it.
/// </remarks>
public readonly record struct CanonicalJson
{
    /// <summary>How deep values may nest; the limit of the reader below as well.</summary>
    public const int MaximumDepth = 64;

    private CanonicalJson(string text)
    {
        Text = text;
    }

    /// <summary>The canonical text; null when absent.</summary>
    public string? Text { get; }

    public bool IsAbsent => Text is null;

    public static CanonicalJson Of(string value) => Write(writer => writer.Text(value));

    public static CanonicalJson Of(long value) => Write(writer => writer.Integer(value));

    public static CanonicalJson Of(IEnumerable<string> values) => Write(writer =>
    {
        writer.BeginArray();
        foreach (string value in values)
        {
            writer.Text(value);
        }

        writer.EndArray();
    });

    /// <exception cref="InvalidOperationException">
    /// A string is not valid Unicode, or a number beyond double.
    /// </exception>
    public static CanonicalJson Of(JsonElement element) => Write(writer => writer.Element(element));

    /// <summary>
    /// The canonical form of a JSON text; false when it is no JSON, not valid Unicode, or has a number beyond double.
    /// </summary>
    public static bool TryParse(string json, out CanonicalJson value)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            value = Of(document.RootElement);
            return true;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            value = default;
            return false;
        }
    }

    public override string ToString() => Text ?? string.Empty;

    private static CanonicalJson Write(Action<CanonicalWriter> write)
    {
        CanonicalWriter writer = new();
        write(writer);
        return new CanonicalJson(writer.ToText());
    }
}
