using System.Text.Json;

namespace Simulator.Protocol.Tests.Attestation;

/// <summary>A document of real hardware; its source is named in Vectors/attestation/genuine.json.</summary>
internal static class GenuineDocument
{
    /// <summary>The document's own second: 1770918962724 ms.</summary>
    public const long Seconds = 1_770_918_962;

    public static string Text { get; } = Read();

    public static byte[] Bytes { get; } = Convert.FromBase64String(Text);

    private static string Read()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Vectors", "attestation", "genuine.json");
        using JsonDocument vector = JsonDocument.Parse(File.ReadAllText(path));
        return string.Concat(vector.RootElement.GetProperty("document").EnumerateArray().Select(line => line.GetString()));
    }
}
