using System.Text.RegularExpressions;
using Simulator.Actors.Network;
using Simulator.Actors.Planting;
using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.CommandLine;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Negative;

/// <summary>A checker that never fires proves nothing: each planted bug has a scenario in which its checker must.</summary>
public sealed class PlantedBugTests
{
    // Where one bug rightly offends two judges: tokens minted in silence are missed again when their owner pays with them;
    // what a block undone in silence had settled is settled once more; a key that nobody knows is of no attested node.
    private static readonly SortedDictionary<string, string[]> AlsoTouches = new(StringComparer.Ordinal)
    {
        ["answer-unchecked"] = ["answers.active"],
        ["mint-unannounced"] = ["balances.non_negative"],
        ["revert-unannounced"] = ["nonces.single_use"],
    };

    // They have something to judge only where there is an inference chain.
    private static readonly string[] OfTheInferenceChain =
    [
        "answers.active", "consensus.agreement", "consensus.validity", "consensus.state_roots", "evidence.included",
        "stakes.add_up",
    ];

    // They have something to judge only where answers are executed again.
    private static readonly string[] OfVerification = ["payments.verified", "slashes.burned_once", "honest.unslashed"];

    // They judge settled authorisations, which other modes of payment have none of.
    private static readonly string[] OfAuthorisations = ["authorisations.kept", "nonces.single_use"];

    // They have something to judge at epoch level.
    private static readonly string[] OfEconomies = ["economy.accounts", "supply.conserved", "balances.non_negative"];

    public static TheoryData<string> Names() => [.. PlantedBugs.Names];

    [Fact]
    public void Every_planted_bug_has_a_scenario_and_every_negative_scenario_plants_the_bug_it_is_named_after()
    {
        Assert.Equal(
            PlantedBugs.Names.Order(StringComparer.Ordinal),
            ScenarioFolder.All.Where(name => name.StartsWith("negative/", StringComparison.Ordinal))
                .Select(Path.GetFileNameWithoutExtension));
        Assert.Equal(Enum.GetValues<PlantedBug>().Length - 1, PlantedBugs.Names.Count);
        Assert.All(PlantedBugs.Names, name => Assert.Equal(name, ScenarioFolder.Load(FileOf(name)).Plant));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_named_checker_sees_the_bug_and_no_other_checker_that_the_bug_does_not_touch(string bug)
    {
        string checker = PlantedBugs.CheckerOf(bug);
        string[] touched = [checker, .. AlsoTouches.GetValueOrDefault(bug, [])];

        Scenario scenario = ScenarioFolder.Load(FileOf(bug));
        RunSummary summary = Run(scenario);

        Assert.NotEqual(RunCompletion.Interrupted, summary.Result.Completion);
        CheckerFinding named = Assert.Single(summary.Result.Checkers, finding => finding.Checker == checker);
        Assert.False(named.Holds);
        Assert.NotEmpty(named.Violations);
        Assert.All(
            summary.Result.Checkers.Where(finding => !touched.Contains(finding.Checker)),
            finding => Assert.True(
                finding.Holds && (finding.Checked > 0 || HasNoSubject(finding, scenario)),
                $"{finding.Checker}: {string.Join(' ', finding.Violations.Take(2))}"));
        Assert.Equal(VerdictOutcome.Fail, summary.Outcome);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_world_without_the_bug_satisfies_every_checker(string bug)
    {
        Scenario sound = ScenarioFolder.Load(FileOf(bug)) with { Plant = null };

        RunSummary summary = Run(sound);

        Assert.All(summary.Result.Checkers, finding => Assert.True(
            finding.Holds && (finding.Checked > 0 || HasNoSubject(finding, sound)), finding.Checker));
        Assert.Equal(sound.Economy is null, summary.Requests.Accepted > 0);
        Assert.Equal(summary.Requests.Issued, summary.Requests.Accepted);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_program_says_99(string bug)
    {
        using TemporaryFolder folder = new();

        Outcome outcome = Program.Run(folder.Path, "run", ScenarioFolder.PathOf(FileOf(bug)), "--out", folder["bundle"]);

        Assert.Equal(99, outcome.ExitCode);
        Assert.Matches($@"FAIL\s+{Regex.Escape(PlantedBugs.CheckerOf(bug))}\b", outcome.Output);
    }

    // Some judges have a subject only where there is an inference chain, storage or evidence.
    private static bool HasNoSubject(CheckerFinding finding, Scenario scenario) =>
        (scenario.Economy is null ? finding.Checker == "economy.accounts" : !OfEconomies.Contains(finding.Checker))
        || (scenario.Chains.Inference is null && OfTheInferenceChain.Contains(finding.Checker))
        || (scenario.Storage.Count == 0 && finding.Checker == "blobs.bound")
        || (scenario.Evidence is null && finding.Checker == "evidence.included")
        || (scenario.Nodes.All(group => group.Models.Count == 0) && finding.Checker == "models.declared")
        || (scenario.Payment.Mode is not (PaymentMode.Channel or PaymentMode.PostPaid) && finding.Checker == "refunds.complete")
        || (scenario.Payment.Mode is not (PaymentMode.Upto or PaymentMode.Exact) && OfAuthorisations.Contains(finding.Checker))
        || (scenario.Verifiers.Count == 0 && OfVerification.Contains(finding.Checker))
        || (scenario.Nodes.All(group => group.Leaves == SimDuration.Zero) && finding.Checker == "bonds.add_up")
        || (scenario.Users.All(group => !group.Chooses.UsesTrust) && finding.Checker == "trust.founded")
        || (scenario.Users.All(group => group.Asks.Path != AskPath.Chain) && finding.Checker == "inference.atomic");

    private static string FileOf(string bug) => $"negative/{bug}.yaml";

    private static RunSummary Run(Scenario scenario)
    {
        using TemporaryFolder folder = new();
        return Bundles.Run(Bundles.RequestOf(scenario, folder["bundle"]));
    }
}
