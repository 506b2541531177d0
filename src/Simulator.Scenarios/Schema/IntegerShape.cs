using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A whole number without a unit.</summary>
internal sealed class IntegerShape<T>(Bounds<T> bounds) : ScalarShape<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly T low = bounds.Low ?? T.MinValue;
    private readonly T high = bounds.High ?? T.MaxValue;

    public override bool IsOrdered => true;

    public override Dimension Dimension => Dimension.Count;

    public override string TypeName => "integer";

    public override string Example => Format(T.Clamp(T.CreateChecked(8), low, high));

    public override string Expectation => $"a whole number from {Format(low)} to {Format(high)}";

    public override string Format(T value) => value.ToString(null, CultureInfo.InvariantCulture);

    public override JsonObject ToJsonSchema() => new()
    {
        ["type"] = "integer",
        ["minimum"] = JsonNode.Parse(Format(low)),
        ["maximum"] = JsonNode.Parse(Format(high)),
    };

    protected override bool TryRead(ScalarNode node, ReadContext context, out T value, out Complaint complaint)
    {
        value = default;
        string shown = Shorten.Text(node.Text);
        if (!ExactNumber.TryParse(node.Text, out ExactNumber number) || !number.IsInteger || node.Text.Contains('/'))
        {
            complaint = new($"'{shown}' is not a whole number", Expectation, $"write digits only, as in {Example}");
            return false;
        }

        bool isInside = number.Numerator >= BigInteger.CreateChecked(low)
            && number.Numerator <= BigInteger.CreateChecked(high);
        value = isInside ? T.CreateChecked(number.Numerator) : default;
        string way = number.Numerator < BigInteger.CreateChecked(low)
            ? $"write {Format(low)} or more"
            : $"write {Format(high)} or less";
        complaint = isInside ? default : new($"'{shown}' is out of range", Expectation, way);
        return isInside;
    }
}
