using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>One word out of a closed list.</summary>
internal sealed class ChoiceShape<T>(params (string Word, T Value, string Meaning)[] choices) : ScalarShape<T>
    where T : struct, Enum
{
    private readonly string[] words = [.. choices.Select(choice => choice.Word)];

    public override string TypeName => string.Join(" | ", words);

    public override string Example => words[0];

    public override string Expectation => "one of " + string.Join(", ", words);

    public override IReadOnlyList<(string Word, string Meaning)> Words =>
        [.. choices.Select(choice => (choice.Word, choice.Meaning))];

    public override string Format(T value) => choices.First(choice => choice.Value.Equals(value)).Word;

    public override JsonObject ToJsonSchema() => new()
    {
        ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]),
    };

    protected override bool TryRead(ScalarNode node, ReadContext context, out T value, out Complaint complaint)
    {
        int index = Array.IndexOf(words, node.Text);
        value = index < 0 ? default : choices[index].Value;
        complaint = index < 0
            ? new(
                $"'{Shorten.Text(node.Text)}' is not known here",
                Expectation,
                context.Suggest(node.Text, words, $"write '{words[0]}'"))
            : default;
        return index >= 0;
    }
}
