using Simulator.Records;
using Simulator.Reporting;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Scheduling;

/// <summary>The scenarios about scheduling and access hold, and the arms of a comparison share their demand.</summary>
public sealed class SchedulingScenarioTests
{
    public static TheoryData<string> Names() =>
    [
        .. ScenarioFolder.All.Where(name =>
            name.StartsWith("scheduling/", StringComparison.Ordinal) || name.StartsWith("access/", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_verdict_holds_and_no_checker_objects(string name)
    {
        using TemporaryFolder folder = new();

        RunSummary summary = Bundles.Run(Bundles.RequestOf(ScenarioFolder.Load(name), folder["bundle"]));

        Assert.All(summary.Verdicts, verdict => Assert.True(verdict.Outcome == VerdictOutcome.Pass, verdict.Expression));
        Assert.All(summary.Result.Checkers, finding => Assert.True(finding.Holds, finding.Checker));
    }

    [Theory]
    [InlineData("on_chain")]
    [InlineData("post_paid")]
    [InlineData("channel")]
    [InlineData("exact")]
    public void Whoever_chooses_and_gives_up_slow_nodes_can_pay_in_every_way(string mode)
    {
        using TemporaryFolder folder = new();

        RunSummary summary = Bundles.Run(Bundles.RequestOf(
            ScenarioFolder.Load(
                "payments/mode-upto.yaml",
                $"payment.mode={mode}",
                "duration=2 min",
                "users.traders.chooses=fastest",
                "users.traders.deadline=8 s",
                "faults=[{ at: 30 s, partition: [honest/1], for: 10 s }]"),
            folder["bundle"]));

        Assert.All(summary.Result.Checkers, finding => Assert.True(finding.Holds, finding.Checker));
        Assert.True(summary.Requests.Accepted >= summary.Requests.Issued * 9 / 10);
    }

    [Theory]
    [InlineData("scheduling/random.yaml", "scheduling/weighted.yaml")]
    [InlineData("access/pay-per-request.yaml", "access/platform.yaml")]
    public void Both_arms_ask_the_same_at_the_same_times(string one, string other) =>
        Assert.Equal(DemandOf(one), DemandOf(other));

    private static string[] DemandOf(string name) =>
    [
        .. ObservedRun.Of(ScenarioFolder.Load(name, ScenarioFolder.Short))
            .Where(said => said.What is RequestIssued)
            .Select(said => (said.At, Issued: (RequestIssued)said.What))
            .OrderBy(said => said.Issued.Request)
            .Select(said => $"{said.At} {said.Issued.Request} {Convert.ToHexString(said.Issued.Body!)}"),
    ];
}
