using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Sections;

/// <summary>How often something is tried again: <c>none</c>, or a whole number.</summary>
internal sealed class RetryShape : ScalarShape<int>
{
    private const string None = "none";
    private const int Most = 100;

    public override string TypeName => "none | integer";

    public override string Example => "3";

    public override string Expectation => "none, or a whole number from 1 to 100";

    public override string Format(int value) =>
        value == 0 ? None : value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public override JsonObject ToJsonSchema() => new()
    {
        ["oneOf"] = new JsonArray(
            new JsonObject { ["const"] = None },
            new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = Most }),
    };

    protected override bool TryRead(ScalarNode node, ReadContext context, out int value, out Complaint complaint)
    {
        value = 0;
        bool isNumber = Quantities.ExactNumber.TryParse(node.Text, out Quantities.ExactNumber number)
            && number.IsInteger && number.Numerator >= 1 && number.Numerator <= Most;
        bool isRetry = node.Text == None || isNumber;
        value = isNumber ? (int)number.Numerator : 0;
        complaint = isRetry
            ? default
            : new($"'{Shorten.Text(node.Text)}' is no number of retries", Expectation, "write none, or for example 3");
        return isRetry;
    }
}
