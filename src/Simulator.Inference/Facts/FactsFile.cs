using System.Text;
using System.Text.Json;
using Simulator.Inference.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Inference.Facts;

/// <summary>A bundle's <c>facts.jsonl</c>: a first line with count and hash, then a fact per line by key.</summary>
/// <remarks>Equal sets give equal bytes. The hash makes a cut or altered file show.</remarks>
public static class FactsFile
{
    public const string Name = "facts.jsonl";

    private const int Format = 1;
    private const long LargestFile = 4L << 30;

    public static void Write(InferenceFacts facts, Stream stream)
    {
        IReadOnlyList<InferenceAnswer> sorted = facts.Sorted();
        WriteLine(stream, writer =>
        {
            writer.WriteNumber("facts", Format);
            writer.WriteNumber("count", sorted.Count);
            writer.WriteString("sha256", facts.Hash().ToBareString());
        });
        foreach (InferenceAnswer fact in sorted)
        {
            WriteLine(stream, writer => FactLine.Write(writer, fact));
        }
    }

    public static FactsReading Read(Stream stream)
    {
        if (stream.Length > LargestFile)
        {
            return new FactsReading.Malformed(1, $"more than {LargestFile} bytes");
        }

        UTF8Encoding strict = new(false, throwOnInvalidBytes: true);
        using StreamReader reader = new(stream, strict, false, -1, leaveOpen: true);
        int line = 0;
        try
        {
            (int count, Hash32 hash) = Header(reader.ReadLine(), ref line);
            InferenceFacts facts = new();
            while (reader.ReadLine() is { } text)
            {
                line++;
                FactLine.Read(text, facts);
            }

            return facts.Count == count && facts.Hash() == hash
                ? new FactsReading.Loaded(facts)
                : new FactsReading.Malformed(line, $"not the {count} facts with hash {hash.ToBareString()} of line 1");
        }
        catch (Exception problem)
            when (problem is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            return new FactsReading.Malformed(Math.Max(line, 1), problem.Message);
        }
    }

    private static (int Count, Hash32 Hash) Header(string? text, ref int line)
    {
        line = 1;
        using JsonDocument document = FactLine.Parse(text ?? "");
        JsonElement root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("facts", out JsonElement format) && format.ValueKind == JsonValueKind.Number
            && format.TryGetInt32(out int number) && number == Format
            && root.TryGetProperty("count", out JsonElement count) && count.ValueKind == JsonValueKind.Number
            && count.TryGetInt32(out int facts)
            && root.TryGetProperty("sha256", out JsonElement hash) && hash.ValueKind == JsonValueKind.String
            && Hash32.TryParse(hash.GetString(), out Hash32 expected)
                ? (facts, expected)
                : throw new JsonException("not the first line of a facts file of format 1");
    }

    private static void WriteLine(Stream stream, Action<Utf8JsonWriter> content)
    {
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }
}
