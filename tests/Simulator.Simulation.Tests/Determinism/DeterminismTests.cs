using Simulator.Experiments;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Determinism;

/// <summary>Neither threads nor shards nor neighbours nor a second look may change a run, to the last byte of its bundle.</summary>
public sealed class DeterminismTests
{
    public static TheoryData<string> Scenarios() => ScenarioFolder.Rows();

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Threads_and_repetition_change_no_byte_of_a_bundle(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name, ScenarioFolder.Short);

        AssertAllEqual([1, 2, 8, 1, 2, 8], (threads, folder) => Bundles.RequestOf(scenario, folder) with { Threads = threads });
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Shards_change_no_byte_of_a_bundle(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name, ScenarioFolder.Short);

        AssertAllEqual([1, 2, 3, 7], (shards, folder) => Bundles.RequestOf(scenario, folder) with { Shards = shards });
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_replication_does_not_know_its_neighbours(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name, ScenarioFolder.Short);
        using TemporaryFolder folder = new();

        RunSummary[] together =
        [
            .. Enumerable.Range(0, 3).AsParallel().AsOrdered().Select(number => Replicate(scenario, number, folder["many"])),
        ];
        RunSummary alone = Replicate(scenario, 1, folder["alone"]);

        Assert.Equal(alone.Result.Digest, together[1].Result.Digest);
        Assert.Equal(Bundles.FilesOf(folder["alone1"]), Bundles.FilesOf(folder["many1"]));
        Assert.Equal(3, together.Select(run => run.Result.Digest).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Watching_every_event_changes_nothing_that_is_said(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name, ScenarioFolder.Short);
        CountingTrace trace = new();

        RecordedRun unseen = RecordedRun.Of(scenario);
        RecordedRun watched = RecordedRun.Of(scenario, trace);

        Assert.Equal(unseen.Outcome.DigestHex, watched.Outcome.DigestHex);
        Assert.Equal(unseen.Facts, watched.Facts);
        Assert.Equal(unseen.Said, watched.Said);
        Assert.Equal(watched.Outcome.Events, trace.Count);
    }

    [Fact]
    public void Another_seed_is_another_run()
    {
        string[] digests =
        [
            .. new[] { 7, 8 }.Select(seed =>
                RecordedRun.Of(ScenarioFolder.Load("quickstart/first-light.yaml", ScenarioFolder.Short, $"seed={seed}")).Outcome.DigestHex),
        ];

        Assert.NotEqual(digests[0], digests[1]);
    }

    private static RunSummary Replicate(Scenario scenario, int number, string folder) =>
        Bundles.Run(Bundles.RequestOf(scenario, folder + number) with { Replication = (ulong)number });

    private static void AssertAllEqual(int[] variants, Func<int, string, RunRequest> request)
    {
        using TemporaryFolder folder = new();
        RunSummary[] runs = [.. variants.Select((variant, index) => Bundles.Run(request(variant, folder[$"{index}"])))];

        Assert.All(runs, run => Assert.Equal(runs[0].Result.Digest, run.Result.Digest));
        Assert.All(runs, run => Assert.Equal(runs[0].Result.Facts, run.Result.Facts));
        Assert.All(
            Enumerable.Range(1, variants.Length - 1),
            index => Assert.Equal(Bundles.FilesOf(folder["0"]), Bundles.FilesOf(folder[$"{index}"])));
        Assert.True(runs[0].Requests.Issued > 0);
    }
}
