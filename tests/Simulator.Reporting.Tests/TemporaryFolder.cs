namespace Simulator.Reporting.Tests;

/// <summary>A folder of one test, gone afterwards. Its name has a space in it, as people's folders do.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opgsim tests ");

    public string At(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
