namespace Simulator.Scenarios;

/// <summary>A value given on the command line.</summary>
/// <param name="Label">How problems and <c>explain</c> name it: <c>--set #2</c>.</param>
/// <param name="Text"><c>key.path=value</c>.</param>
public sealed record ScenarioOverride(string Label, string Text)
{
    /// <summary>The overrides of <c>--set</c> in the order of the command line, counted from 1.</summary>
    public static IReadOnlyList<ScenarioOverride> FromFlags(IEnumerable<string> texts) =>
        [.. texts.Select((text, index) => new ScenarioOverride($"--set #{index + 1}", text))];
}
