using Simulator.Experiments;
using Simulator.Reporting;

namespace Simulator.Simulation.Tests.Runs;

/// <summary>Arms share their luck, so that a difference between two policies is known from few replications.</summary>
public sealed class SharedLuckTests
{
    private const double LeastReduction = 10;

    [Theory]
    [InlineData("nearer-nodes", "mean(latency.end_to_end)", -0.030, 0.005)]
    [InlineData("longer-sessions", "mean(latency.end_to_end)", -0.022, 0.010)]
    [InlineData("price-rise", "profit(single)", 0.057, 0.006)]
    [InlineData("faster-hardware", "mean(latency.queue)", -0.020, 0.010)]
    public void Common_random_numbers_cut_the_variance_of_a_policys_effect_tenfold(
        string scenario, string figure, double effect, double tolerance)
    {
        using TemporaryFolder folder = new();
        ExperimentRequest request = new()
        {
            Scenario = ScenarioFolder.Load($"experiments/{scenario}.yaml"),
            Name = scenario,
            OutputFolder = folder["bundle"],
            Command = $"./opgsim run scenarios/experiments/{scenario}.yaml",
            Pictures = false,
        };

        ExperimentSummary summary = Experiment.Execute(request, null, CancellationToken.None).Summary;

        FigureDifference difference = summary.Arms[1].Differences.Single(difference => difference.Name == figure);
        Assert.Equal(VerdictOutcome.Pass, summary.Outcome);
        Assert.True(difference.IsReal);
        Assert.InRange(difference.Difference.Value, effect - tolerance, effect + tolerance);
        Assert.InRange(difference.VarianceReduction!.Value, LeastReduction, double.PositiveInfinity);
    }
}
