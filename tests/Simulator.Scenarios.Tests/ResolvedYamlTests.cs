using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Tests;

public sealed class ResolvedYamlTests
{
    public static TheoryData<string> Samples => ScenarioSamples.All;

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_resolved_scenario_reads_back_to_the_same_settings(string file) =>
        ReadsBack(ScenarioSamples.Load(file));

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_explanation_reads_back_too(string file)
    {
        Scenario scenario = ScenarioSamples.Load(file);

        Scenario again = LoadText(ScenarioExplanation.Write(scenario));

        Assert.Equal(scenario.Hash, again.Hash);
    }

    [Fact]
    public void Any_valid_values_survive_being_written_and_read()
    {
        Gen<string[]> flags =
            from seed in Gen.Choose(0, int.MaxValue)
            from nanoseconds in Gen.Choose(1, int.MaxValue)
            from count in Gen.Choose(1, 100_000)
            from atto in Gen.Choose(0, int.MaxValue)
            from scale in Gen.Choose(0, 18)
            from perHour in Gen.Choose(1, 1_000_000)
            from numerator in Gen.Choose(0, 1_000)
            from denominator in Gen.Choose(1_000, 1_000_000)
            from bits in Gen.Choose(1, int.MaxValue)
            from distribution in Gen.Elements("constant", "uniform", "exponential", "lognormal")
            select new[]
            {
                Text($"seed={seed}"),
                Text($"duration={nanoseconds} ns"),
                Text($"nodes.honest.count={count}"),
                Text($"users.traders.balance={atto}{new string('0', scale)} attoOPG"),
                Text($"users.traders.arrivals={{ poisson: {perHour}/h }}"),
                Text($"links.loss={numerator}/{denominator}"),
                Text($"links.bandwidth={bits} bit/s"),
                Text($"links.latency.distribution={distribution}"),
            };

        Prop.ForAll(flags.ToArbitrary(), set => ReadsBack(ScenarioSamples.Load(ScenarioSamples.FirstLight, set)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void The_hash_is_that_of_the_resolved_scenario()
    {
        Scenario scenario = ScenarioSamples.Load(ScenarioSamples.FirstLight);

        string expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scenario.ResolvedYaml)));

        Assert.Equal(expected, scenario.Hash);
    }

    [Fact]
    public void Two_files_that_mean_the_same_have_the_same_hash()
    {
        Scenario scenario = ScenarioSamples.Load(ScenarioSamples.FirstLight);
        string yaml = File.ReadAllText(ScenarioSamples.FirstLight)
            .Replace("10 min", "\"600 s\"", StringComparison.Ordinal)
            .Replace("0.1 OPG, settlement: session", "100000000000000000 attoOPG", StringComparison.Ordinal)
            .Replace("{ count: 2 }", "{ service: 2000 us, count: 2 }", StringComparison.Ordinal);

        Scenario same = LoadText(yaml);

        Assert.Equal(scenario.ResolvedYaml, same.ResolvedYaml);
        Assert.Equal(scenario.Hash, same.Hash);
    }

    [Fact]
    public void Another_seed_is_another_hash() => Assert.NotEqual(
        ScenarioSamples.Load(ScenarioSamples.FirstLight).Hash,
        ScenarioSamples.Load(ScenarioSamples.FirstLight, "seed=8").Hash);

    private static bool ReadsBack(Scenario scenario)
    {
        Scenario again = LoadText(scenario.ResolvedYaml);

        Assert.Equal(scenario.ResolvedYaml, again.ResolvedYaml);
        Assert.Equal(SettingsEquality.Describe(scenario), SettingsEquality.Describe(again));
        return true;
    }

    private static Scenario LoadText(string yaml)
    {
        ScenarioLoad load = ScenarioSamples.LoadBytes(Encoding.UTF8.GetBytes(yaml));
        Assert.Equal([], load.Problems.Select(problem => problem.ToString()));
        return load.Scenario!;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
