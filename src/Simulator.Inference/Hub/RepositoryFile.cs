using System.Text.Json;
using Simulator.Protocol.Blobs;

namespace Simulator.Inference.Hub;

/// <summary>A repository as the JSON file in which a store keeps it.</summary>
internal static class RepositoryFile
{
    public static byte[] Write(HubRepository repository)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("name", repository.Name);
            json.WriteString("description", repository.Description);
            json.WriteStartArray("versions");
            foreach (HubRelease release in repository.Releases)
            {
                Write(json, release);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    /// <exception cref="InvalidDataException">Not what <see cref="Write(HubRepository)"/> writes.</exception>
    public static HubRepository Read(byte[] text, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            HubRepository repository = new(
                root.GetProperty("name").GetString()!,
                root.GetProperty("description").GetString()!,
                [.. root.GetProperty("versions").EnumerateArray().Select(Release)]);
            return IsSound(repository, path) ? repository : throw Damaged(path, "its entries contradict each other");
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Damaged(path, problem.Message);
        }
    }

    private static void Write(Utf8JsonWriter json, HubRelease release)
    {
        json.WriteStartObject();
        json.WriteString("version", release.Version.ToString());
        json.WriteString("notes", release.Notes);
        json.WriteStartArray("files");
        foreach (HubFile file in release.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Name);
            json.WriteString("format", ModelFormats.NameOf(file.Format));
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("blob", file.BlobId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static HubRelease Release(JsonElement release) =>
        VersionLabel.TryParse(release.GetProperty("version").GetString(), out VersionLabel version)
            ? new HubRelease(
                version,
                release.GetProperty("notes").GetString()!,
                [.. release.GetProperty("files").EnumerateArray().Select(FileOf)])
            : throw new FormatException("a version label is malformed");

    // The blob id becomes a file name: anything else than an id must not.
    private static HubFile FileOf(JsonElement file)
    {
        BlobId blob = BlobId.Parse(file.GetProperty("blob").GetString()!);
        return ModelFormats.TryParse(file.GetProperty("format").GetString(), out ModelFormat format)
            ? new HubFile(file.GetProperty("file").GetString()!, format, file.GetProperty("bytes").GetInt64(), blob.ToString())
            : throw new FormatException("a format is not known");
    }

    private static bool IsSound(HubRepository repository, string path) =>
        repository.Name == Path.GetFileNameWithoutExtension(path)
        && HubRepository.IsAllowed(repository.Name)
        && repository.Releases.Zip(repository.Releases.Skip(1)).All(pair => pair.First.Version.CompareTo(pair.Second.Version) < 0)
        && repository.Releases.All(release => release.Files.Count > 0);

    private static InvalidDataException Damaged(string path, string problem) =>
        new($"{path}: not a repository of a model store: {problem}");
}
