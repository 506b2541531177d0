using Simulator.Experiments.Frauds;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Frauds;

/// <summary>The measured catalogue in the documentation is that of this build, as far as a quick look can tell.</summary>
public sealed class FraudTableTests
{
    private const string Cheap = "lose.yaml";
    private const int Replications = 10;

    [Fact]
    public void Every_fraud_scenario_has_its_rows()
    {
        string page = Page();
        string[] missing =
        [
            .. ScenarioFolder.All.Where(name => name.StartsWith("fraud/", StringComparison.Ordinal))
                .Where(name => !page.Contains($"(../../scenarios/{name})", StringComparison.Ordinal)),
        ];
        Assert.Empty(missing);
        Assert.Contains("Violations found by the checkers in all these runs: 0.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cheap_scenario_gives_the_same_rows_again()
    {
        using FraudStudy study = new(Replications, jobs: 1);
        string rows = FraudTable.Rows(study.Measure(Cheap, ScenarioFolder.Load("fraud/" + Cheap)));

        Assert.Contains(rows, Page(), StringComparison.Ordinal);
    }

    private static string Page() => File.ReadAllText(
        Path.Combine(Path.GetDirectoryName(ScenarioFolder.PathOf("fraud/" + Cheap))!, "..", "..", "docs", "reference", "frauds.md"))
        .ReplaceLineEndings("\n");
}
