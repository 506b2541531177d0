using System.Text.Json.Nodes;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A list whose items have one shape. A child's list replaces its parent's.</summary>
internal sealed class ListOf<T>(Shape<T> item, int maxItems) : Shape<IReadOnlyList<T>>
{
    public override string TypeName => $"list of {item.TypeName}";

    public override string Expectation => $"a list of at most {maxItems} items, each {item.Expectation}";

    public override (string Path, ISection Section)? Inner =>
        item.Inner is { } inner ? ("[]" + inner.Path, inner.Section) : null;

    public override JsonObject ToJsonSchema() =>
        new() { ["type"] = "array", ["maxItems"] = maxItems, ["items"] = item.ToJsonSchema() };

    public override Resolved<IReadOnlyList<T>>? Read(SourceNode node, ReadContext context)
    {
        if (node is not SequenceNode sequence || sequence.Items.Count > maxItems)
        {
            string what = node is SequenceNode tooLong ? $"{tooLong.Items.Count} items" : node.Noun;
            context.Add(node.Origin, $"{what} stands here", Expectation, "write one item per line, each after '- '");
            return null;
        }

        List<Resolved<T>?> items = [.. sequence.Items.Select(entry => item.Read(entry, context))];
        List<Resolved<T>> good = [.. items.OfType<Resolved<T>>()];
        return good.Count == items.Count
            ? new Resolved<IReadOnlyList<T>>(
                [.. good.Select(read => read.Value)],
                new ResolvedSequence(sequence.Origin, [.. good.Select(read => read.Node)]))
            : null;
    }
}
