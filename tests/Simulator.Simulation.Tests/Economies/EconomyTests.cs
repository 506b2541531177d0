using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.CommandLine;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Economies;

/// <summary>Every scenario at epoch level: the same bytes twice, other luck in another replication, and its verdicts.</summary>
public sealed class EconomyTests
{
    public static TheoryData<string> Names() => ScenarioFolder.Economies();

    public static TheoryData<string> Studies() =>
        [.. ScenarioFolder.All.Where(name => name.StartsWith("economics/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_economy_is_the_same_to_the_last_byte_whenever_it_runs(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name);
        using TemporaryFolder folder = new();

        RunSummary[] runs = [.. new[] { 1, 8 }.Select(threads =>
            Bundles.Run(Bundles.RequestOf(scenario, folder[$"{threads}"]) with { Threads = threads }))];

        Assert.Equal(runs[0].Result.Digest, runs[1].Result.Digest);
        Assert.Equal(Bundles.FilesOf(folder["1"]), Bundles.FilesOf(folder["8"]));
        Assert.Equal(RunCompletion.Finished, runs[0].Result.Completion);
        Assert.True(runs[0].Result.Checkers.Single(checker => checker.Checker == "economy.accounts").Checked > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_replication_has_other_luck(string name)
    {
        Scenario scenario = ScenarioFolder.Load(name);
        if (scenario.Economy!.Price.Volatility == 0)
        {
            return;
        }

        using TemporaryFolder folder = new();
        string[] digests = [.. new ulong[] { 0, 1 }.Select(number => Bundles.Run(
            Bundles.RequestOf(scenario, folder[$"{number}"]) with { Replication = number }).Result.Digest)];

        Assert.NotEqual(digests[0], digests[1]);
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void A_study_answers_as_it_says(string name)
    {
        using TemporaryFolder folder = new();

        Outcome outcome = Program.Run(folder.Path, "run", ScenarioFolder.PathOf(name), "--out", folder["bundle"]);

        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
    }
}
