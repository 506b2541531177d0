using System.Text.Json;
using System.Text.Unicode;

using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>
/// The door through which receipts enter: size, nesting, encoding, and no member that the format does not know.
/// </summary>
internal static class ReceiptReader
{
    /// <summary>Bytes of one receipt; a long answer with an attestation document takes about 100 KB.</summary>
    public const int LengthMax = 2 * 1024 * 1024;

    private const int DepthMax = 12;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = DepthMax,
        AllowDuplicateProperties = false,
    };

    public static Parsed<Receipt> Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > LengthMax)
        {
            return new ParseRefusal(ParseProblem.TooLong, "");
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return new ParseRefusal(ParseProblem.NotUtf8, "");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Options);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return new ParseRefusal(ParseProblem.NotJson, "");
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: JSON by its grammar, but no text.
            return new ParseRefusal(ParseProblem.NotUtf8, "");
        }
    }

    private static Parsed<Receipt> Read(JsonElement root)
    {
        JsonMembers members = new(root);
        Receipt receipt = Receipt.From(members);
        if (members.Refusal is { } refusal)
        {
            return refusal;
        }

        using JsonDocument known = JsonDocument.Parse(receipt.ToJson(), Options);
        string? stranger = Stranger(root, known.RootElement, "");
        return stranger is null ? receipt : new ParseRefusal(ParseProblem.OutOfRange, stranger);
    }

    /// <summary>
    /// The path of the first member that writing the receipt again would not produce; null when there is none.
    /// </summary>
    private static string? Stranger(JsonElement given, JsonElement known, string path) => given.ValueKind switch
    {
        JsonValueKind.Object => given.EnumerateObject()
            .Select(member => StrangerIn(member, known, path.Length == 0 ? member.Name : $"{path}.{member.Name}"))
            .FirstOrDefault(found => found is not null),
        JsonValueKind.Array => given.EnumerateArray().Zip(known.EnumerateArray())
            .Select((pair, index) => Stranger(pair.First, pair.Second, $"{path}[{index}]"))
            .FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? StrangerIn(JsonProperty member, JsonElement known, string path) =>
        known.TryGetProperty(member.Name, out JsonElement value) ? Stranger(member.Value, value, path) : path;
}
