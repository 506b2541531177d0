using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Determinism;

/// <summary>Neither threads nor shards nor a second look may change a run, to the last byte of its bundle.</summary>
public sealed class PlacementTests
{
    public static TheoryData<string> Scenarios() => ScenarioFolder.Rows();

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Neither_threads_nor_shards_nor_repetition_change_a_byte_of_a_bundle(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name, ScenarioFolder.Short);
        SimTime? cut = Cut.Of(scenario);
        (int Threads, int Shards)[] ways = [(1, 1), (8, 1), (1, 3), (2, 7)];
        using TemporaryFolder folder = new();

        RunSummary[] runs =
        [
            .. ways.Select((way, index) => Bundles.Run(Bundles.RequestOf(scenario, folder[$"{index}"]) with
            {
                Threads = way.Threads,
                Shards = way.Shards,
                CutAt = cut,
            })),
        ];

        Assert.All(runs, run => Assert.Equal(runs[0].Result.Digest, run.Result.Digest));
        Assert.All(runs, run => Assert.Equal(runs[0].Result.Facts, run.Result.Facts));
        Assert.All(
            Enumerable.Range(1, ways.Length - 1),
            index => Assert.Equal(Bundles.FilesOf(folder["0"]), Bundles.FilesOf(folder[$"{index}"])));
        Assert.True(runs[0].Requests.Issued > 0);
    }
}
