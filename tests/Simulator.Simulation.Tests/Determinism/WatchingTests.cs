using Simulator.Primitives;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Determinism;

/// <summary>Looking at a run does not change it, and another seed does.</summary>
public sealed class WatchingTests
{
    public static TheoryData<string> Scenarios() => ScenarioFolder.Rows();

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Watching_every_event_changes_nothing_that_is_said(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name, ScenarioFolder.Short);
        SimTime? cut = Cut.Of(scenario);
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
}
