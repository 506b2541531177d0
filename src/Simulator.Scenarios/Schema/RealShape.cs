using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A real number that decisions are made with, in one fixed unit; for money that moves there are exact shapes.</summary>
/// <param name="unit">As files write it after the number: <c>USD</c>; empty for a plain number.</param>
/// <param name="low">Least value.</param>
/// <param name="high">Greatest value.</param>
/// <param name="example">A value that may be written.</param>
internal sealed class RealShape(string unit, double low, double high, string example) : ScalarShape<double>
{
    private readonly string suffix = unit.Length == 0 ? "" : " " + unit;

    public override bool IsOrdered => true;

    public override Dimension Dimension => Dimension.Count;

    public override string TypeName => unit.Length == 0 ? "number" : "number of " + unit;

    public override string Example => example;

    public override string Expectation => $"a number from {Format(low)} to {Format(high)} such as {example}";

    public override string Format(double value) => ((decimal)value).ToString(CultureInfo.InvariantCulture) + suffix;

    public override JsonObject ToJsonSchema() => unit.Length == 0
        ? new JsonObject { ["type"] = "number", ["minimum"] = low, ["maximum"] = high }
        : new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = $@"^-?[0-9][0-9_]*(\.[0-9][0-9_]*)? ?{Regex.Escape(unit)}$",
        };

    protected override bool TryRead(ScalarNode node, ReadContext context, out double value, out Complaint complaint)
    {
        value = 0;
        string text = node.Text.Trim();
        string shown = Shorten.Text(node.Text);
        string digits = text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length].TrimEnd() : text;
        if (!ExactNumber.TryParse(digits, out ExactNumber number))
        {
            string noun = unit.Length == 0 ? "a number" : "a number of " + unit;
            complaint = new($"'{shown}' is not {noun}", Expectation, $"write for example {example}");
            return false;
        }

        if (unit.Length > 0 && digits.Length == text.Length)
        {
            complaint = new($"'{shown}' has no unit", Expectation, $"did you mean '{text}{suffix}'?");
            return false;
        }

        value = number.ToDouble();
        bool isInside = value >= low && value <= high;
        string way = value < low ? $"write {Format(low)} or more" : $"write {Format(high)} or less";
        complaint = isInside ? default : new($"'{shown}' is out of range", Expectation, way);
        return isInside;
    }
}
