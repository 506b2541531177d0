using System.Text.Json.Nodes;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Verdicts;

/// <summary>One figure, or one less another: <c>profit(a) - profit(b)</c>.</summary>
internal sealed class MetricDifferenceShape : Shape<MetricDifference>
{
    private const string Minus = " - ";

    private static readonly MetricTermShape Term = new();

    public override string TypeName => "metric | metric - metric";

    public override string Expectation => "a metric, or the difference of two such as profit(GROUP) - profit(GROUP)";

    public override JsonObject ToJsonSchema() => Term.ToJsonSchema();

    public override Resolved<MetricDifference>? Read(SourceNode node, ReadContext context)
    {
        int minus = node is ScalarNode { Text: var text } ? text.IndexOf(Minus, StringComparison.Ordinal) : -1;
        if (minus < 0)
        {
            return Term.Read(node, context) is { } only
                ? Resolve(new MetricDifference(only.Value.Text, only.Value, null), node)
                : null;
        }

        ScalarNode whole = (ScalarNode)node;
        Resolved<MetricTerm>? first = Term.Read(whole with { Text = whole.Text[..minus] }, context);
        int start = minus + Minus.Length;
        ScalarNode rest = whole with { Text = whole.Text[start..] };
        Resolved<MetricTerm>? second = Term.Read(
            whole.IsVerbatim ? rest with { Origin = whole.Origin.Shift(start) } : rest, context);
        if (first is null || second is null)
        {
            return null;
        }

        if (first.Value.Dimension != second.Value.Dimension)
        {
            context.Add(node.Origin, "the two metrics have no common unit", Expectation, "subtract like from like");
            return null;
        }

        return Resolve(new MetricDifference($"{first.Value.Text}{Minus}{second.Value.Text}", first.Value, second.Value), node);
    }

    private static Resolved<MetricDifference> Resolve(MetricDifference value, SourceNode node) =>
        new(value, new ResolvedScalar(node.Origin, YamlText.Quote(value.Text)));
}
