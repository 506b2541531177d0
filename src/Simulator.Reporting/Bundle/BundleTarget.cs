using System.Diagnostics;
using System.Globalization;

namespace Simulator.Reporting;

/// <summary>The folder a bundle is to become.</summary>
public static class BundleTarget
{
    private const string Ending = ".partial";

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
        Directory.CreateDirectory(parent);
        string prefix = $".{Path.GetFileName(full)}.{Environment.MachineName}.";
        RemoveAbandoned(parent, prefix);
        string work = Path.Combine(parent, $"{prefix}{Environment.ProcessId}.{Path.GetRandomFileName()}{Ending}");
        Directory.CreateDirectory(work);
        return work;
    }

    // A killed process cannot clean up after itself; the next one on the same machine does it.
    private static void RemoveAbandoned(string parent, string prefix)
    {
        HashSet<int> running = [.. Process.GetProcesses().Select(process => process.Id)];
        foreach (string folder in Directory.GetDirectories(parent, prefix + "*" + Ending))
        {
            string owner = Path.GetFileName(folder)[prefix.Length..].Split('.')[0];
            if (int.TryParse(owner, CultureInfo.InvariantCulture, out int id) && !running.Contains(id))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
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
