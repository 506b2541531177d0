using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Simulator.Protocol.X402;

/// <summary>The one door through which foreign JSON enters: sizes, nesting and encoding are checked here.</summary>
internal static class BoundedJson
{
    public static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = JsonLimits.Depth,
        AllowDuplicateProperties = false,
    };

    public static Parsed<T> Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonMembers, T?> read)
        where T : class
    {
        if (utf8.Length > JsonLimits.BodyBytes)
        {
            return new ParseRefusal(ParseProblem.TooLong, string.Empty);
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return new ParseRefusal(ParseProblem.NotUtf8, string.Empty);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Options);
            JsonMembers members = new(document.RootElement);
            T? value = read(members);
            return members.Refusal is null && value is not null
                ? value
                : members.Refusal ?? new ParseRefusal(ParseProblem.WrongType, string.Empty);
        }
        catch (JsonException)
        {
            return new ParseRefusal(ParseProblem.NotJson, string.Empty);
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate: JSON by its grammar, but no text.
            return new ParseRefusal(ParseProblem.NotUtf8, string.Empty);
        }
    }

    public static byte[] Bytes(JsonTextWriter writer) => Encoding.UTF8.GetBytes(writer.ToString());
}
