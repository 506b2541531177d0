using Simulator.Experiments;
using Simulator.Inference.Catalogue;
using Simulator.Scenarios;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.House;

namespace Simulator.Simulation.Tests.Runs;

/// <summary>The scenario files of the checkout, found, never listed.</summary>
internal static class ScenarioFolder
{
    /// <summary>Simulated time that shows every step of a request several times over and still runs at once.</summary>
    public const string Short = "duration=20 s";

    public static string Root { get; } = Path.Combine(Repository.Root, "scenarios");

    /// <summary>Paths relative to the folder, with forward slashes.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Directory.EnumerateFiles(Root, "*.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static string PathOf(string name) => Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));

    public static Scenario Load(string name, params string[] overrides)
    {
        ScenarioLoad load = ScenarioFile.Load(PathOf(name), overrides, MetricVocabulary.Of(ModelStore.Shipped()));
        Assert.Empty(load.Problems);
        return load.Scenario!;
    }

    /// <summary>A theory's rows: every scenario file at request level.</summary>
    public static TheoryData<string> Rows() => [.. All.Where(name => !IsEconomy(name))];

    /// <summary>A theory's rows: every scenario file at epoch level.</summary>
    public static TheoryData<string> Economies() => [.. All.Where(IsEconomy)];

    private static bool IsEconomy(string name) => File.ReadAllText(PathOf(name)).Contains("\neconomy:", StringComparison.Ordinal);
}
