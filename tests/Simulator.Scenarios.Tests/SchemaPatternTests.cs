using System.Text.Json.Nodes;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Tests;

/// <summary>What the schema for editors says about ranges is what the reader says.</summary>
public sealed class SchemaPatternTests
{
    private static readonly JsonNode Definitions = JsonNode.Parse(ScenarioJsonSchema.Write())!["$defs"]!;

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("0.05")]
    [InlineData("1.00")]
    [InlineData("100 %")]
    [InlineData("5%")]
    [InlineData("99.9 %")]
    [InlineData("3/100")]
    public void A_ratio_of_at_most_one_matches_and_is_read(string text)
    {
        Assert.Matches(Pattern("ratio"), text);
        Assert.Equal([], Problems($"links.loss={text}"));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("2")]
    [InlineData("101 %")]
    [InlineData("100.5 %")]
    public void A_ratio_above_one_neither_matches_nor_is_read(string text)
    {
        Assert.DoesNotMatch(Pattern("ratio"), text);
        Assert.Single(Problems($"links.loss={text}"));
    }

    [Theory]
    [InlineData("0 s")]
    [InlineData("0.0 ms")]
    [InlineData("00 d")]
    [InlineData("0/5 s")]
    public void Nought_is_refused_by_both_where_it_is_out_of_range(string text)
    {
        Assert.Matches(UnitsJsonSchema.Zero, text);
        Assert.Matches(Pattern("duration"), text);
        Assert.Single(Problems($"users.traders.patience={text}"));
    }

    [Theory]
    [InlineData("0.5 s")]
    [InlineData("0.05 s")]
    [InlineData("05 s")]
    [InlineData("10 s")]
    [InlineData("1_0.5_0 s")]
    [InlineData("1/2 s")]
    public void What_is_above_nought_is_taken_by_both(string text)
    {
        Assert.DoesNotMatch(UnitsJsonSchema.Zero, text);
        Assert.Matches(Pattern("duration"), text);
        Assert.Equal([], Problems($"users.traders.patience={text}"));
    }

    [Fact]
    public void Positive_values_carry_the_range_and_others_do_not()
    {
        JsonNode payment = Definitions["complete"]!["properties"]!["payment"]!["properties"]!;
        JsonNode user = Definitions["complete"]!["properties"]!["users"]!["additionalProperties"]!["properties"]!;

        Assert.NotNull(payment["max"]!["not"]);
        Assert.NotNull(payment["timeout"]!["not"]);
        Assert.Null(user["balance"]!["not"]);
    }

    [Fact]
    public void A_built_in_machine_may_be_changed_in_one_key_but_a_new_one_is_whole()
    {
        JsonNode hardware = Definitions["complete"]!["properties"]!["hardware"]!;

        Assert.Null(hardware["properties"]!["l4"]!["required"]);
        Assert.NotNull(hardware["additionalProperties"]!["required"]);
    }

    private static string Pattern(string definition) => Definitions[definition]!["pattern"]!.GetValue<string>();

    private static IEnumerable<string> Problems(string flag) =>
        ScenarioFile.Load(ScenarioSamples.FirstLight, [flag], TestVocabulary.Names)
            .Problems.Select(problem => problem.ToString());
}
