namespace Simulator.Reporting;

/// <summary>The folder a bundle is to become.</summary>
public static class BundleTarget
{
    /// <summary>
    /// Why a bundle may not be written there, or null. An older bundle is replaced; anything else a person might have
    /// put there is not.
    /// </summary>
    public static string? Problem(string directory)
    {
        if (File.Exists(directory))
        {
            return $"'{directory}' is a file; a bundle is a folder";
        }

        bool free = !Directory.Exists(directory)
            || !Directory.EnumerateFileSystemEntries(directory).Any()
            || File.Exists(Path.Combine(directory, Manifest.Name));
        return free
            ? null
            : $"'{directory}' exists, is not empty and is not a bundle; choose another folder with --out";
    }

    /// <summary>
    /// A new folder beside the target, on the same file system, so that one rename publishes the bundle.
    /// </summary>
    internal static string CreateWorkFolder(string directory)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        string parent = Path.GetDirectoryName(full) ?? throw new IOException($"'{directory}' cannot be a bundle");
        string work = Path.Combine(parent, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}.partial");
        Directory.CreateDirectory(work);
        return work;
    }

    /// <summary>Moves a finished work folder to its place; an older bundle there goes away first.</summary>
    internal static void Publish(string work, string directory)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        string old = work + ".old";
        if (Directory.Exists(full))
        {
            Directory.Move(full, old);
        }

        Directory.Move(work, full);
        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
    }
}
