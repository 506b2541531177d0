using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>One line of words for people.</summary>
internal sealed class TextShape(string noun, int maxLength, string example) : ScalarShape<string>
{
    public override string TypeName => "text";

    public override string Example => example;

    public override string Expectation => $"{noun} of 1 to {maxLength} characters in one line";

    public override string Format(string value) => YamlText.Quote(value);

    public override JsonObject ToJsonSchema() =>
        new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = maxLength };

    protected override bool TryRead(ScalarNode node, ReadContext context, out string value, out Complaint complaint)
    {
        value = node.Text.Trim();
        complaint = value switch
        {
            "" => new("the text is empty", Expectation, $"write for example {example}"),
            _ when value.Length > maxLength => new(
                $"the text has {value.Length} characters", Expectation, "shorten it"),
            _ when value.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF') =>
                new("the text holds characters that do not print", Expectation, "use plain characters"),
            _ => default,
        };
        return complaint == default;
    }
}
