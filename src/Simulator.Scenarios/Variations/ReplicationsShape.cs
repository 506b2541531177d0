using System.Text.Json.Nodes;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary><c>replications:</c>, a number, or a rule to stop by with its limits.</summary>
internal sealed class ReplicationsShape : Shape<Replications>
{
    private static readonly IntegerShape<int> Fixed = new(Bounds<int>.From(1, ReplicationsSection.Most));

    public override string TypeName => "integer | section";

    public override string Expectation =>
        $"{Fixed.Expectation}, or a rule such as {{ until: {{ metric: profit(GROUP), half_width: 5 % }}, max: 60 }}";

    public override IReadOnlyList<string> KnownKeys => ReplicationsSection.Shape.KnownKeys;

    public override (string Path, ISection Section)? Inner => ReplicationsSection.Shape.Inner;

    public override Shape? Under(string key) => ReplicationsSection.Shape.Under(key);

    public override JsonObject ToJsonSchema() =>
        new() { ["oneOf"] = new JsonArray(Fixed.ToJsonSchema(), ReplicationsSection.Shape.ToJsonSchema()) };

    public override Resolved<Replications>? Read(SourceNode node, ReadContext context)
    {
        if (node is MappingNode)
        {
            return ReplicationsSection.Shape.Read(node, context);
        }

        if (node is not ScalarNode { IsEmpty: false })
        {
            context.Add(node.Origin, $"{node.Noun} stands here", Expectation, "write for example 20");
            return null;
        }

        return Fixed.Read(node, context) is { } read
            ? new Resolved<Replications>(new Replications(read.Value, read.Value, null), read.Node)
            : null;
    }
}
