using System.Text.Json.Nodes;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Verdicts;

/// <summary>One figure, written as on the left side of a verdict.</summary>
internal sealed class MetricTermShape : Shape<MetricTerm>
{
    public override string TypeName => "metric";

    public override string Expectation => "a metric such as p99(latency.end_to_end) or profit(GROUP)";

    public override JsonObject ToJsonSchema() => new() { ["type"] = "string", ["maxLength"] = VerdictShape.MaxLength };

    public override Resolved<MetricTerm>? Read(SourceNode node, ReadContext context)
    {
        if (node is not ScalarNode { IsEmpty: false } scalar || scalar.Text.Length > VerdictShape.MaxLength)
        {
            context.Add(node.Origin, $"{node.Noun} stands here", Expectation, "write for example p99(latency.end_to_end)");
            return null;
        }

        return new VerdictReader(scalar, context).ReadTerm() is { } term
            ? new Resolved<MetricTerm>(term, new ResolvedScalar(scalar.Origin, YamlText.Quote(term.Text)))
            : null;
    }
}
