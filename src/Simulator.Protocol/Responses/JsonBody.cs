using System.Text.Json;

namespace Simulator.Protocol.Responses;

/// <summary>Reads a body that must be one JSON object of bounded size and depth.</summary>
/// <param name="maximumLength">In bytes.</param>
/// <param name="tooLarge">What a longer body is refused with.</param>
/// <param name="notAnObject">What any other JSON value is refused with.</param>
/// <param name="notJson">What everything else is refused with.</param>
internal sealed class JsonBody<TRefusal>(int maximumLength, TRefusal tooLarge, TRefusal notAnObject, TRefusal notJson)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = CanonicalJson.MaximumDepth };

    public (T?, TRefusal) Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonElement, (T?, TRefusal)> read)
        where T : class
    {
        if (utf8.Length > maximumLength)
        {
            return (null, tooLarge);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? read(document.RootElement)
                : (null, notAnObject);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return (null, notJson);
        }
    }
}
