using Simulator.Primitives;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Tests;

public sealed class LoadTests
{
    [Fact]
    public void A_file_becomes_typed_settings()
    {
        Scenario scenario = Load(ScenarioSamples.FirstLight);

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
        Scenario scenario = Load(ScenarioSamples.FirstLight);

        Assert.Equal(SimDuration.FromSeconds(2), scenario.Chains.Payment.Block);
        Assert.Equal(1_767_225_600, scenario.Chains.Payment.StartUnixSeconds);
        Assert.Equal(SimDuration.FromSeconds(300), scenario.Payment.Timeout);
        Assert.Equal(64, scenario.Nodes[0].Queue);
        Assert.Equal(new BitRate(100_000_000), scenario.Links.Bandwidth);
        Assert.Equal(SimDuration.FromMicroseconds(30), scenario.Chains.Payment.Recovery);
        Assert.Equal(SimDuration.FromMicroseconds(20), scenario.Facilitators[0].Signing);
        Assert.Equal(SimDuration.FromMilliseconds(1), scenario.Users[0].Signing);
        Assert.Equal(SimDuration.FromMilliseconds(1), scenario.Users[0].Checking);
        Assert.Null(scenario.Plant);
    }

    [Fact]
    public void A_node_group_finds_its_built_in_hardware()
    {
        Scenario scenario = Load(ScenarioSamples.FirstLight);

        HardwareProfile profile = scenario.HardwareOf(scenario.Nodes[0]);

        Assert.Equal("cpu-small", profile.Name);
        Assert.Equal(2, profile.Cores);
        Assert.Equal(SimDuration.FromMilliseconds(15), profile.Inference);
    }

    [Fact]
    public void A_flag_overrides_the_file()
    {
        Scenario scenario =
            Load(ScenarioSamples.FirstLight, "nodes.honest.count=40", "users.traders.arrivals={ every: 10 s }");

        Assert.Equal(40, scenario.Nodes[0].Count);
        Assert.Equal(new Arrivals.Every(SimDuration.FromSeconds(10)), scenario.Users[0].Arrivals);
    }

    [Fact]
    public void A_child_adds_to_its_parent_key_by_key_and_replaces_lists()
    {
        Scenario scenario = Load(ScenarioSamples.Child);

        Assert.Equal("What changes with twice the nodes and regular arrivals?", scenario.Question);
        Assert.Equal(7ul, scenario.Seed);
        Assert.Equal(["traders", "visitors"], scenario.Users.Select(group => group.Name));
        Assert.Equal(
            (200, new Arrivals.Every(SimDuration.FromSeconds(30))),
            (scenario.Users[0].Count, scenario.Users[0].Arrivals));
        Assert.Equal(16, scenario.Nodes[0].Count);
        Assert.Empty(scenario.Verdicts);
    }

    [Fact]
    public void A_parent_may_have_a_parent()
    {
        Scenario scenario = Load(ScenarioSamples.Grandchild);

        Assert.Equal([("honest", 16), ("small", 4)], scenario.Nodes.Select(group => (group.Name, group.Count)));
    }

    [Fact]
    public void Groups_are_sorted_by_name() =>
        Assert.Equal(["adam", "zoe"], Load(ScenarioSamples.Everything).Users.Select(group => group.Name));

    [Fact]
    public void A_built_in_profile_can_be_changed_and_a_new_one_added()
    {
        Scenario scenario = Load(ScenarioSamples.Everything);

        Assert.Equal(["l4", "my-server"], scenario.Hardware.Select(profile => profile.Name));
        Assert.Equal(
            (99, SimDuration.FromMilliseconds(4)), (scenario.Hardware[0].Cores, scenario.Hardware[0].Inference));
        Assert.Equal(SimDuration.FromMilliseconds(1), scenario.Hardware[1].Signing);
    }

    [Fact]
    public void A_missing_file_names_its_neighbour()
    {
        ScenarioLoad load = ScenarioFile.Load("Files/first-ligth.yaml", [], TestVocabulary.Names);

        Assert.Equal(
            "Files/first-ligth.yaml:1:1: no such file; expected a scenario file: YAML in UTF-8 of at most 1 MiB; "
                + "did you mean 'first-light.yaml'?",
            Assert.Single(load.Problems).ToString());
    }

    [Theory]
    [InlineData("Files", "this is a directory")]
    [InlineData("nowhere/at-all.yaml", "no such file")]
    [InlineData("", "this is not the name of a file")]
    [InlineData("a\0b", "this is not the name of a file")]
    public void What_is_no_file_is_one_problem(string path, string what) =>
        Assert.Equal(what, Assert.Single(ScenarioFile.Load(path, [], TestVocabulary.Names).Problems).What);

    [Fact]
    public void A_file_of_more_than_a_mebibyte_is_refused()
    {
        ScenarioLoad load = ScenarioSamples.LoadBytes([.. Enumerable.Repeat((byte)'#', (1 << 20) + 1)]);

        Assert.Equal("the file is larger than 1 MiB", Assert.Single(load.Problems).What);
    }

    [Fact]
    public void A_hundred_thousand_values_are_refused()
    {
        ScenarioLoad load = ScenarioSamples.LoadBytes(
            System.Text.Encoding.UTF8.GetBytes(
                "question: [" + string.Join(',', Enumerable.Repeat("1", 100_000)) + "]"));

        Assert.Equal("more than 50000 values", Assert.Single(load.Problems).What);
    }

    [Fact]
    public void Ten_thousand_problems_end_in_a_count()
    {
        string yaml = "question: x\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"key{i}: 1\n"));

        ScenarioLoad load = ScenarioSamples.LoadBytes(System.Text.Encoding.UTF8.GetBytes(yaml));

        Assert.Equal(201, load.Problems.Count);
        Assert.Equal("9803 more problems are not shown", load.Problems[^1].What);
    }

    private static Scenario Load(string path, params string[] overrides) => ScenarioSamples.Load(path, overrides);
}
