using System.Text.Json;

namespace Simulator.Inference.Catalogue;

/// <summary>The <c>model.json</c> beside a shipped model: its reference, its file and the hash of that file.</summary>
internal static class ModelCardFile
{
    private const long LargestCard = 1 << 20;
    private const long LargestModel = 1L << 30;

    public static (ModelReference Reference, ModelBlob Blob) Load(string path)
    {
        using JsonDocument card = Parse(path);
        string reference = $"{Text(card, "name", path)}@{Text(card, "version", path)}";
        if (!ModelReference.TryParse(reference, out ModelReference? parsed))
        {
            throw new InvalidDataException($"{path}: '{reference}' is no model reference such as volatility@1.2");
        }

        // Only a name, never a way out of the card's own folder.
        string file = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(Text(card, "file", path)));
        ModelBlob blob = ModelBlob.Of(ReadLimited(file, LargestModel));
        string expected = Text(card, "sha256", path);
        string actual = blob.Sha256.ToBareString();
        return actual == expected
            ? (parsed, blob)
            : throw new InvalidDataException($"{file}: SHA-256 is {actual}, its card says {expected}");
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(ReadLimited(path, LargestCard));
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path}: {problem.Message}", problem);
        }
    }

    private static string Text(JsonDocument card, string key, string path) =>
        card.RootElement.ValueKind == JsonValueKind.Object
            && card.RootElement.TryGetProperty(key, out JsonElement value)
            && value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : throw new InvalidDataException($"{path}: the text '{key}' is missing");

    private static byte[] ReadLimited(string path, long limit)
    {
        FileInfo file = new(path);
        if (!file.Exists || file.Length > limit)
        {
            throw new InvalidDataException($"{path}: missing, or larger than {limit} bytes");
        }

        return File.ReadAllBytes(path);
    }
}
