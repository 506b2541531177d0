using System.Text.Json.Nodes;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Verdicts;

/// <summary>One verdict, written as an expression.</summary>
internal sealed class VerdictShape : Shape<Verdict>
{
    public const int MaxLength = 300;

    public override string TypeName => "verdict";

    public override string Expectation =>
        "a checker such as supply.conserved, or a comparison such as p99(latency.end_to_end) < 4 s";

    public override JsonObject ToJsonSchema() => new() { ["type"] = "string", ["maxLength"] = MaxLength };

    public override Resolved<Verdict>? Read(SourceNode node, ReadContext context)
    {
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            context.Add(node.Origin, $"{node.Noun} stands here", Expectation, "put the verdict in double quotes");
            return null;
        }

        if (scalar.Text.Length > MaxLength)
        {
            context.Add(
                node.Origin,
                $"a verdict of {scalar.Text.Length} characters",
                $"at most {MaxLength}",
                "split it in two");
            return null;
        }

        Verdict? verdict = new VerdictReader(scalar, context).Read();
        return verdict is null
            ? null
            : new Resolved<Verdict>(verdict, new ResolvedScalar(scalar.Origin, YamlText.Quote(verdict.Text)));
    }
}
