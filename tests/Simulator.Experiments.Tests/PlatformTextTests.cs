using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments.Tests;

/// <summary>A platform's customers ask what their group asks, texts too.</summary>
public sealed class PlatformTextTests : IDisposable
{
    private const string Platform = """
        platform: { servers: 2, sign_up: { delay: 1 s } }
        replications: 2

        """;

    private readonly ExperimentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("chat@1.0")]
    [InlineData("volatility@1.2")]
    public void Customers_are_answered_whatever_kind_of_model_they_ask(string model)
    {
        ExperimentRequest request = folder.Request("bundle", Platform) with
        {
            Scenario = folder.Load(Platform, "users.traders.via=platform", $"users.traders.asks.model={model}"),
        };
        ArmSummary arm = Experiment.Execute(request, null, CancellationToken.None).Summary.Arms.Single();
        Estimate accepted = arm.Figures.Single(figure => figure.Name == "share(requests.accepted)").Estimate!;

        Assert.True(accepted.Value > 0.5, $"{accepted.Value} accepted");
    }
}
