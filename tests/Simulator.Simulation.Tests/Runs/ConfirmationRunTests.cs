using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.CommandLine;

namespace Simulator.Simulation.Tests.Runs;

/// <summary>Whole runs on a chain that takes blocks back: who waits deeper than it reaches loses nothing.</summary>
public sealed class ConfirmationRunTests
{
    // Blocks as slow as a session's safety margin is short: what comes again late comes after its deadline.
    private static readonly string[] RoughChain =
    [
        "chains.payment.block=12 s", "chains.payment.reorganisations.depth=6", "chains.payment.reorganisations.share=1/5",
        "payment.timeout=120 s", "facilitators.main.count=16", "duration=5 min",
    ];

    [Theory]
    [InlineData("payments/reorganisations.yaml")]
    [InlineData("payments/one-confirmation.yaml")]
    public void Every_verdict_of_the_scenario_passes(string name)
    {
        RunSummary summary = Run(ScenarioFolder.Load(name));

        Assert.Equal(VerdictOutcome.Pass, summary.Outcome);
    }

    [Fact]
    public void A_settlement_that_was_trusted_too_early_may_be_lost_and_every_book_says_so()
    {
        using TemporaryFolder folder = new();
        Scenario scenario = ScenarioFolder.Load("payments/one-confirmation.yaml", RoughChain);

        RunSummary summary = Bundles.Run(Bundles.RequestOf(scenario, folder["bundle"]));
        Outcome verification = Program.Run(folder.Path, "verify", folder["bundle"]);

        Assert.InRange(summary.Settlements.Lost, 1, summary.Settlements.Reverted);
        Assert.All(summary.Result.Checkers, finding => Assert.True(finding.Holds, finding.Checker));
        Assert.True(verification.ExitCode == 0, verification.Output);
        using BundleReader bundle = new(folder["bundle"]);
        Assert.Equal(
            summary.Settlements.Succeeded - summary.Settlements.Lost, bundle.Rows("authorisation_uses").LongCount());
    }

    private static RunSummary Run(Scenario scenario)
    {
        using TemporaryFolder folder = new();
        return Bundles.Run(Bundles.RequestOf(scenario, folder["bundle"]));
    }
}
