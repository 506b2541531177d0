using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A whole number of days, written as a duration.</summary>
internal sealed class DaysShape(int low, int high, string example) : ScalarShape<int>
{
    private const long NanosecondsPerDay = 86_400_000_000_000;

    public override bool IsOrdered => true;

    public override Dimension Dimension => Dimension.Time;

    public override string TypeName => "days";

    public override string Example => example;

    public override string Expectation => $"whole days from {Format(low)} to {Format(high)} such as {example}";

    public override string Format(int value) => string.Create(CultureInfo.InvariantCulture, $"{value} d");

    public override JsonObject ToJsonSchema() => new() { ["$ref"] = UnitsJsonSchema.Reference(Dimension.Time) };

    protected override bool TryRead(ScalarNode node, ReadContext context, out int value, out Complaint complaint)
    {
        value = 0;
        if (!QuantityText.TryRead(node.Text, Dimension.Time, out ExactNumber exact, out complaint))
        {
            return false;
        }

        ExactNumber days = exact * new ExactNumber(1, NanosecondsPerDay);
        bool fits = days.IsInteger && days.Numerator >= low && days.Numerator <= high;
        value = fits ? (int)days.Numerator : 0;
        complaint = fits
            ? default
            : new($"'{Shorten.Text(node.Text)}' does not fit here", Expectation, $"write for example {example}");
        return fits;
    }
}
