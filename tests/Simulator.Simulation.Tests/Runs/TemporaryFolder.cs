namespace Simulator.Simulation.Tests.Runs;

/// <summary>A folder of its own for one test, gone afterwards. Its name holds a space, as people's folders do.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("opgsim tests ").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Everything in it, as relative paths.</summary>
    public IReadOnlyList<string> Entries =>
        [.. Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories)
            .Select(entry => System.IO.Path.GetRelativePath(Path, entry))
            .Order(StringComparer.Ordinal)];

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
