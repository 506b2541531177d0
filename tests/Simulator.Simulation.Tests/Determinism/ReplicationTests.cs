using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Determinism;

/// <summary>A replication is the same alone and among others, and no other's.</summary>
public sealed class ReplicationTests
{
    public static TheoryData<string> Scenarios() => ScenarioFolder.Rows();

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_replication_does_not_know_its_neighbours(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name, ScenarioFolder.Short);
        SimTime? cut = Cut.Of(scenario);
        using TemporaryFolder folder = new();

        RunSummary[] together =
        [
            .. Enumerable.Range(0, 2).AsParallel().AsOrdered()
                .Select(number => Replicate(scenario, number, folder["many"], cut)),
        ];
        RunSummary alone = Replicate(scenario, 1, folder["alone"], cut);

        Assert.Equal(alone.Result.Digest, together[1].Result.Digest);
        Assert.Equal(Bundles.FilesOf(folder["alone1"]), Bundles.FilesOf(folder["many1"]));
        Assert.NotEqual(together[0].Result.Digest, together[1].Result.Digest);
    }

    private static RunSummary Replicate(Scenario scenario, int number, string folder, SimTime? cut) =>
        Bundles.Run(Bundles.RequestOf(scenario, folder + number) with { Replication = (ulong)number, CutAt = cut });
}
