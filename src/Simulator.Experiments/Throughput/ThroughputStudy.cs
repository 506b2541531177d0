using System.Diagnostics;
using System.Globalization;
using Simulator.Inference.Catalogue;
using Simulator.Scenarios;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments.Throughput;

/// <summary>
/// What many small runs cost besides their events, how busy they keep the cores, and whether memory grows with them.
/// </summary>
public sealed class ThroughputStudy : IDisposable
{
    // Runs so small that whatever is done once per run shows.
    private const string Yaml = """
        question: What does a run cost besides its events?
        seed: 5
        duration: 20 s
        users:
          traders: { count: 3, balance: 5 OPG, arrivals: { poisson: 12/min }, asks: { model: volatility@1.2 } }
        nodes:
          honest: { count: 1, price: 0.002 OPG }

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opgsim bench ");

    /// <summary>Makes the runs and says what they took.</summary>
    /// <param name="runs">At least 2.</param>
    /// <param name="jobs">At the same time; at least 1.</param>
    /// <exception cref="IOException">The temporary folder cannot be written.</exception>
    public ThroughputFinding Measure(int runs, int jobs)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"runs-{runs}");
        RunMeter meter = new();
        ExperimentRequest request = new()
        {
            Scenario = Load(runs),
            Name = name,
            OutputFolder = Path.Combine(folder.FullName, name),
            Command = "./opgsim bench experiments",
            Jobs = jobs,
            IsFresh = true,
            Pictures = false,
            Meter = meter,
        };
        using MemoryPeak memory = new();
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Experiment.Execute(request, null, CancellationToken.None);
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime - before;
        return new ThroughputFinding
        {
            Runs = runs,
            Jobs = jobs,
            Cpu = cpu,
            Simulated = meter.Simulated,
            Prepared = meter.Prepared,
            Told = meter.Told,
            Computed = meter.Computed,
            Queued = meter.Queued,
            Working = meter.Working,
            PeakBytes = memory.Bytes,
        };
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Scenario Load(int runs)
    {
        string file = Path.Combine(folder.FullName, "smallest.yaml");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"{Yaml}replications: {runs}\n"));
        return ScenarioFile.Load(file, [], MetricVocabulary.Of(ModelStore.Shipped())).Scenario
            ?? throw Primitives.Invariant.Unreachable(file);
    }
}
