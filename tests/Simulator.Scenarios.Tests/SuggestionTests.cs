namespace Simulator.Scenarios.Tests;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("sede", "seed")]
    [InlineData("duratoin", "duration")]
    [InlineData("Seed", "seed")]
    [InlineData("usrs", "users")]
    [InlineData("facilitator", "facilitators")]
    [InlineData("verdict", "verdicts")]
    public void A_misspelt_key_suggests_the_right_one(string wrong, string right) =>
        Assert.Equal($"did you mean '{right}'?", Hint(wrong));

    [Theory]
    [InlineData("zzzz")]
    [InlineData("x")]
    [InlineData("communication")]
    public void A_word_near_to_nothing_suggests_nothing(string wrong) => Assert.Equal("remove it", Hint(wrong));

    private static string Hint(string key)
    {
        ScenarioLoad load = ScenarioSamples.LoadBytes(System.Text.Encoding.UTF8.GetBytes($"question: x\n{key}: 1\n"));
        return load.Problems.First(
            problem => problem.What.StartsWith($"'{key}' is not a key", StringComparison.Ordinal)).Hint;
    }
}
