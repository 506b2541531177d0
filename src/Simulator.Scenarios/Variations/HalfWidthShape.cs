using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary>A quantity with its unit, a plain number, or a share of the mean in %.</summary>
internal sealed class HalfWidthShape : ScalarShape<HalfWidth>
{
    public override string TypeName => "quantity";

    public override string Example => "5 %";

    public override string Expectation => "more than zero in the unit of the metric, or a share of the mean such as 5 %";

    public override string Format(HalfWidth value) => value.IsRelative
        ? $"{new ExactNumber(value.Quantity.Value.Numerator * 100, value.Quantity.Value.Denominator)} %"
        : value.Quantity.ToString();

    public override JsonObject ToJsonSchema() => new() { ["type"] = new JsonArray("string", "number") };

    protected override bool TryRead(ScalarNode node, ReadContext context, out HalfWidth value, out Complaint complaint)
    {
        value = new HalfWidth(default, IsRelative: false);
        if (CanonicalQuantity.Of(node.Text) is not { } quantity || quantity.Value.Numerator.Sign <= 0)
        {
            complaint = new($"'{Shorten.Text(node.Text)}' is no width", Expectation, "write for example 0.1 OPG, or 5 %");
            return false;
        }

        bool isRelative = node.Text.TrimEnd().EndsWith('%');
        value = new HalfWidth(isRelative ? quantity with { Dimension = Dimension.Ratio } : quantity, isRelative);
        complaint = default;
        return true;
    }
}
