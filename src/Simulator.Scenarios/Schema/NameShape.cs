using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A name: free, or one of those that the program or the file defines.</summary>
/// <param name="noun">What the name names: <c>model</c>.</param>
/// <param name="known">The names that exist; null where any name will do.</param>
internal sealed class NameShape(
    string noun, string example, Func<ReadContext, IReadOnlyCollection<string>>? known = null)
    : ScalarShape<string>
{
    private const int MaxLength = 64;

    public override string TypeName => known is null ? "name" : $"{noun} name";

    public override string Example => example;

    public override string Expectation => $"the name of a {noun} such as {example}";

    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxLength
        && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@');

    public override string Format(string value) => value;

    public override JsonObject ToJsonSchema() =>
        new() { ["type"] = "string", ["pattern"] = "^[A-Za-z][A-Za-z0-9._@-]{0,63}$" };

    protected override bool TryRead(ScalarNode node, ReadContext context, out string value, out Complaint complaint)
    {
        value = node.Text;
        string shown = Shorten.Text(node.Text);
        if (!IsName(node.Text))
        {
            complaint = new(
                $"'{shown}' is not a name", Expectation, "use letters, digits, '-', '_', '.' and '@', a letter first");
            return false;
        }

        bool isKnown = known is null || node.Origin.Kind == OriginKind.Default || known(context).Contains(node.Text);
        complaint = isKnown ? default : Unknown(shown, known!(context), context);
        return isKnown;
    }

    private Complaint Unknown(string shown, IReadOnlyCollection<string> names, ReadContext context)
    {
        string[] sorted = [.. names.Order(StringComparer.Ordinal)];
        string list = sorted.Length switch
        {
            0 => $"there is no {noun} at all",
            <= 12 => "known: " + string.Join(", ", sorted),
            _ => $"known: {string.Join(", ", sorted[..12])}, …",
        };
        return new($"there is no {noun} '{shown}'", Expectation, context.Suggest(shown, sorted, list));
    }
}
