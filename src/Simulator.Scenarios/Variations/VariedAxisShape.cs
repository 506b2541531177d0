using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary>The path of a key whose values are numbers.</summary>
internal sealed class VariedAxisShape : ScalarShape<VariedAxis>
{
    public override string TypeName => "key";

    public override string Example => "payment.idle";

    public override string Expectation => "the full path of a key with numbers such as payment.idle";

    public override string Format(VariedAxis value) => value.Key;

    public override JsonObject ToJsonSchema() => new() { ["type"] = "string" };

    /// <summary>The dimension of the values at a path; <see cref="Dimension.Unset"/> where they are no numbers.</summary>
    public static Dimension DimensionOf(string path, ReadContext context) =>
        ScenarioPath.Find(path, context.Root)?.Dimension ?? Dimension.Unset;

    protected override bool TryRead(ScalarNode node, ReadContext context, out VariedAxis value, out Complaint complaint)
    {
        value = new VariedAxis(node.Text, DimensionOf(node.Text, context));
        complaint = value.Dimension != Dimension.Unset
            ? default
            : new(
                $"there are no numbers at '{Shorten.Text(node.Text)}'",
                Expectation,
                ScenarioPath.Find(node.Text, context.Root) is null
                    ? context.Suggest(node.Text, ScenarioPath.All(context.Root), "write its full path, as in payment.idle")
                    : "take a key whose values have an order");
        return complaint == default;
    }
}
