using System.Security.Cryptography;
using System.Text.Json;

namespace Simulator.Reporting;

/// <summary>
/// <c>manifest.json</c>: size and SHA-256 of every other file of a bundle, in ordinal order of their paths.
/// </summary>
public static class Manifest
{
    public const string Name = "manifest.json";

    /// <param name="folder">The bundle.</param>
    /// <param name="except">A file that is about to go; null for none.</param>
    public static void Write(string folder, string? except = null)
    {
        using FileStream file = File.Create(Path.Combine(folder, Name));
        using (Utf8JsonWriter json = new(file, SummaryJson.Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", "opgsim.manifest/1");
            json.WriteStartArray("files");
            foreach (ManifestEntry entry in Scan(folder).Where(entry => entry.Path != except))
            {
                json.WriteStartObject();
                json.WriteString("path", entry.Path);
                json.WriteNumber("bytes", entry.Bytes);
                json.WriteString("sha256", entry.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        file.WriteByte((byte)'\n');
    }

    /// <summary>What is really in a folder, the manifest itself left out.</summary>
    public static IReadOnlyList<ManifestEntry> Scan(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => file.Name != Name)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => Entry(file.Path, file.Name)),
    ];

    private static ManifestEntry Entry(string path, string name)
    {
        using FileStream file = File.OpenRead(path);
        return new ManifestEntry(name, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}

/// <summary>One file of a bundle.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record ManifestEntry(string Path, long Bytes, string Sha256);
