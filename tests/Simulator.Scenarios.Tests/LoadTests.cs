using Simulator.Primitives;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Tests;

public sealed class LoadTests
{
    private const string FirstLight = "Files/first-light.yaml";

    [Fact]
    public void A_file_becomes_typed_settings()
    {
        Scenario scenario = Load(FirstLight);

        Assert.Equal("What does one paid inference cost and how long does it take?", scenario.Question);
        Assert.Equal(7ul, scenario.Seed);
        Assert.Equal(SimDuration.FromMinutes(10), scenario.Duration);
        UserGroup traders = Assert.Single(scenario.Users);
        Assert.Equal(("traders", 200), (traders.Name, traders.Count));
        Assert.Equal(OpgAmount.FromWholeOpg(5), traders.Balance);
        Assert.Equal(new Arrivals.Poisson(new Rate(1, SimDuration.FromMinutes(1))), traders.Arrivals);
        Assert.Equal("volatility@1.2", traders.Asks.Model);
    }

    [Fact]
    public void What_the_file_leaves_out_takes_its_default()
    {
        Scenario scenario = Load(FirstLight);

        Assert.Equal(SimDuration.FromSeconds(2), scenario.Chains.Payment.Block);
        Assert.Equal(1_767_225_600, scenario.Chains.Payment.StartUnixSeconds);
        Assert.Equal(SimDuration.FromSeconds(300), scenario.Payment.Timeout);
        Assert.Equal(64, scenario.Nodes[0].Queue);
        Assert.Equal(new BitRate(100_000_000), scenario.Links.Bandwidth);
        Assert.Equal(StoreMode.Full, scenario.Store);
        Assert.Null(scenario.Plant);
    }

    [Fact]
    public void A_node_group_finds_its_built_in_hardware()
    {
        Scenario scenario = Load(FirstLight);

        HardwareProfile profile = scenario.HardwareOf(scenario.Nodes[0]);

        Assert.Equal("cpu-small", profile.Name);
        Assert.Equal(2, profile.Cores);
        Assert.Equal(SimDuration.FromMilliseconds(15), profile.Inference);
    }

    [Fact]
    public void A_flag_overrides_the_file()
    {
        Scenario scenario = Load(FirstLight, "nodes.honest.count=40", "users.traders.arrivals={ every: 10 s }");

        Assert.Equal(40, scenario.Nodes[0].Count);
        Assert.Equal(new Arrivals.Every(SimDuration.FromSeconds(10)), scenario.Users[0].Arrivals);
    }

    private static Scenario Load(string path, params string[] overrides)
    {
        ScenarioLoad load = ScenarioFile.Load(path, overrides, TestVocabulary.Names);
        Assert.Equal([], load.Problems.Select(problem => problem.ToString()));
        return load.Scenario!;
    }
}
