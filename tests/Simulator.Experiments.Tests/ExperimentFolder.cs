using Simulator.Inference.Catalogue;
using Simulator.Reporting;
using Simulator.Scenarios;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments.Tests;

/// <summary>A folder for experiments that goes away, and a small world to make them in.</summary>
internal sealed class ExperimentFolder : IDisposable
{
    public const string Yaml = """
        question: Does one file come to one answer?
        seed: 3
        duration: 20 s
        users:
          traders: { count: 3, balance: 5 OPG, arrivals: { poisson: 12/min }, asks: { model: volatility@1.2 } }
        nodes:
          honest: { count: 1, price: 0.002 OPG }

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opgsim tests ");

    public string this[string name] => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);

    public Scenario Load(string more, params string[] overrides)
    {
        string file = this["scenario.yaml"];
        File.WriteAllText(file, Yaml + more);
        ScenarioLoad load = ScenarioFile.Load(file, overrides, MetricVocabulary.Of(ModelStore.Shipped()));
        Assert.Empty(load.Problems);
        return load.Scenario!;
    }

    public ExperimentRequest Request(string bundle, string more, int jobs = 1) => new()
    {
        Scenario = Load(more),
        Name = "test",
        OutputFolder = this[bundle],
        Command = "./opgsim run test.yaml",
        Jobs = jobs,
        Pictures = false,
    };

    public ExperimentSummary Run(string bundle, string more, int jobs = 1) =>
        Experiment.Execute(Request(bundle, more, jobs), null, CancellationToken.None).Summary;

    /// <summary>Every file of a bundle by its relative path.</summary>
    public SortedDictionary<string, string> Contents(string bundle)
    {
        SortedDictionary<string, string> contents = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(this[bundle], "*", SearchOption.AllDirectories))
        {
            contents.Add(Path.GetRelativePath(this[bundle], file), Convert.ToHexString(File.ReadAllBytes(file)));
        }

        return contents;
    }
}
