using System.Collections.Concurrent;
using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Determinism;

/// <summary>Neither threads nor shards nor neighbours nor a second look may change a run, to the last byte of its bundle.</summary>
public sealed class DeterminismTests
{
    /// <summary>Set to anything: every scenario runs to its end.</summary>
    private const string WholeRuns = "OPGSIM_WHOLE_RUNS";

    private const long EventsOfACutRun = 50_000;

    private static readonly ConcurrentDictionary<string, SimTime?> Cuts = new(StringComparer.Ordinal);

    public static TheoryData<string> Scenarios() => ScenarioFolder.Rows();

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Neither_threads_nor_shards_nor_repetition_change_a_byte_of_a_bundle(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name, ScenarioFolder.Short);
        SimTime? cut = CutOf(scenario);
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

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_replication_does_not_know_its_neighbours(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name, ScenarioFolder.Short);
        SimTime? cut = CutOf(scenario);
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

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Watching_every_event_changes_nothing_that_is_said(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name, ScenarioFolder.Short);
        SimTime? cut = CutOf(scenario);
        using CountingTrace trace = new();

        RecordedRun unseen = RecordedRun.Of(scenario, cut: cut);
        RecordedRun watched = RecordedRun.Of(scenario, trace, cut);

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

    private static RunSummary Replicate(Scenario scenario, int number, string folder, SimTime? cut) =>
        Bundles.Run(Bundles.RequestOf(scenario, folder + number) with { Replication = (ulong)number, CutAt = cut });

    // Long enough for every actor of every scenario to have done its work; the command in docs/how-to runs them whole.
    private static SimTime? CutOf(Scenario scenario) => Cuts.GetOrAdd(scenario.Hash, _ =>
    {
        if (Environment.GetEnvironmentVariable(WholeRuns) is not null)
        {
            return null;
        }

        using CountingTrace trace = new(EventsOfACutRun);
        RecordedRun.Of(scenario, trace, cancellation: trace.Reached);
        return trace.LimitAt;
    });
}
