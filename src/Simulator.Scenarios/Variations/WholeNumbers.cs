using System.Globalization;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary>Many whole numbers in one item of a list of values: <c>seed: [1..50]</c>.</summary>
internal static class WholeNumbers
{
    private const string Dots = "..";

    /// <summary>The values that an item of a list stands for: itself, or the numbers of its range; empty after a problem.</summary>
    public static IEnumerable<SourceNode> In(SourceNode item, Shape shape, ReadContext context)
    {
        if (shape.Dimension != Dimension.Count || item is not ScalarNode { IsPlain: true } scalar
            || scalar.Text.Split(Dots) is not [var first, var last])
        {
            return [item];
        }

        if (!TryRead(first, out int from) || !TryRead(last, out int to) || from > to
            || to - from >= VariationShape.MostArms)
        {
            context.Add(
                item.Origin,
                $"'{Shorten.Text(scalar.Text)}' is no range of whole numbers",
                string.Create(CultureInfo.InvariantCulture, $"FIRST..LAST with at most {VariationShape.MostArms} numbers"),
                "write for example 1..50");
            return [];
        }

        return Enumerable.Range(from, to - from + 1)
            .Select(number => scalar with { Text = number.ToString(CultureInfo.InvariantCulture), IsVerbatim = false });
    }

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < int.MaxValue;
}
