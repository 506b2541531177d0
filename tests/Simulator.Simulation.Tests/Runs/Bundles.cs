using System.Security.Cryptography;
using Simulator.Experiments;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;

namespace Simulator.Simulation.Tests.Runs;

/// <summary>Runs a scenario into a bundle and tells bundles apart.</summary>
internal static class Bundles
{
    public static RunRequest RequestOf(Scenario scenario, string folder) => new()
    {
        Scenario = scenario,
        Name = "test",
        OutputFolder = folder,
        Command = "./opgsim run test.yaml",
        Pictures = false,
    };

    public static RunSummary Run(RunRequest request) =>
        SingleRun.Execute(request, null, CancellationToken.None).Summary;

    /// <summary>Every file of a bundle with the hash of its bytes, the manifest included.</summary>
    public static IReadOnlyList<string> FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => $"{Path.GetRelativePath(folder, path)} {Hash(path)}")
            .Order(StringComparer.Ordinal)];

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
