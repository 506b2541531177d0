using System.Text.Json.Nodes;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sources;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Expressions;

/// <summary>A closed form over keys of the scenario.</summary>
internal sealed class FormulaShape : Shape<Formula>
{
    public const string Sample = "1 - (1 - verifiers.auditors.audit_rate)^10";

    public override string TypeName => "formula";

    public override string Expectation =>
        $"numbers and keys of the scenario with + - * / ^ and parentheses, as in {Sample}";

    public override JsonObject ToJsonSchema() =>
        new() { ["type"] = new JsonArray("string", "number"), ["maxLength"] = VerdictShape.MaxLength };

    public override Resolved<Formula>? Read(SourceNode node, ReadContext context)
    {
        if (node is not ScalarNode { IsEmpty: false } scalar || scalar.Text.Length > VerdictShape.MaxLength)
        {
            context.Add(node.Origin, $"{node.Noun} stands here", Expectation, $"write for example {Sample}");
            return null;
        }

        return new FormulaReader(scalar, context).Read() is { } formula
            ? new Resolved<Formula>(formula, new ResolvedScalar(scalar.Origin, YamlText.Quote(formula.Text)))
            : null;
    }
}
