using Simulator.Inference.Catalogue;

namespace Simulator.Inference.Hub;

/// <summary>A named model with its releases, oldest first.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens, at most 64.</param>
/// <param name="Description">Free text.</param>
/// <param name="Releases">Oldest first.</param>
public sealed record HubRepository(string Name, string Description, IReadOnlyList<HubRelease> Releases)
{
    /// <summary>What may name a repository: the part before the @ of a <see cref="ModelReference"/>.</summary>
    public static bool IsAllowed(string name) => ModelReference.TryParse($"{name}@1.0", out _);

    /// <summary>Null before the first release.</summary>
    public HubRelease? Latest => Releases.Count == 0 ? null : Releases[^1];

    public HubRelease? Find(VersionLabel version) => Releases.FirstOrDefault(release => release.Version == version);

    /// <summary>The release that has this content already, if any.</summary>
    public HubRelease? With(string blobId) =>
        Releases.FirstOrDefault(release => release.Files.Any(file => file.BlobId == blobId));

    /// <summary>The hub assigns the label; without notes it says which version this is.</summary>
    public HubRepository Publish(string? notes, bool isMajor, params IReadOnlyList<HubFile> files)
    {
        VersionLabel version = Latest?.Version.Next(isMajor) ?? VersionLabel.Initial;
        string text = notes ?? (Latest is null ? $"Initial version {version}" : $"Version {version}");
        return this with { Releases = [.. Releases, new HubRelease(version, text, files)] };
    }
}
