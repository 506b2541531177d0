using System.Text.Json;

namespace Simulator.Protocol.Tests.Vectors;

/// <summary>Reads the JSON files of this folder; each names its source.</summary>
internal static class Vector
{
    public static JsonElement Read(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Vectors", name);
        return JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
    }

    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    public static string? OptionalText(this JsonElement element, string member) =>
        element.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;
}
