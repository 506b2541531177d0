using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Quantities;

/// <summary>Reads <c>NUMBER UNIT</c>. Every way to fail has its own message.</summary>
internal static class QuantityText
{
    /// <summary>The value of <paramref name="text"/> in base units of <paramref name="dimension"/>.</summary>
    public static bool TryRead(string text, Dimension dimension, out ExactNumber value, out Complaint complaint)
    {
        if (!TrySplit(text, out ExactNumber number, out string unitName))
        {
            value = default;
            complaint = NotAQuantity(text, dimension);
            return false;
        }

        Unit? unit = Find(unitName, dimension);
        value = unit is null ? default : number * unit.Size;
        complaint = unit is null ? WrongUnit(text, unitName, dimension) : default;
        return unit is not null;
    }

    private static Unit? Find(string name, Dimension dimension) => name.Length == 0
        ? dimension is Dimension.Ratio or Dimension.Count ? new Unit("", dimension, 1) : null
        : Units.Of(dimension).FirstOrDefault(unit => unit.Name == name);

    // The number is the longest start that reads as one; what follows it is the unit.
    private static bool TrySplit(string text, out ExactNumber number, out string unit)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        int length = 0;
        while (length < trimmed.Length
            && (char.IsAsciiDigit(trimmed[length]) || trimmed[length] is '-' or '+' or '.' or '_'))
        {
            length++;
        }

        int fraction = FractionLength(trimmed, length);
        length = fraction > 0 ? fraction : length;
        unit = trimmed[length..].Trim().ToString();
        return ExactNumber.TryParse(trimmed[..length], out number);
    }

    private static int FractionLength(ReadOnlySpan<char> text, int slash)
    {
        int end = slash + 1;
        while (slash > 0 && slash < text.Length && text[slash] == '/'
            && end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > slash + 1 ? end : 0;
    }

    private static Complaint NotAQuantity(string text, Dimension dimension) => new(
        text.Trim().Length == 0 ? "no value stands here" : $"'{Shorten.Text(text)}' is not {Units.Noun(dimension)}",
        Expected(dimension),
        (dimension is Dimension.Ratio or Dimension.Count ? "write digits" : "write a number and its unit")
            + $", as in {Units.Example(dimension)}");

    private static Complaint WrongUnit(string text, string unit, Dimension dimension)
    {
        if (unit.Length == 0)
        {
            string join = dimension == Dimension.Rate ? "" : " ";
            string guess = $"{Shorten.Text(text.Trim())}{join}{Units.Usual(dimension)}";
            return new($"'{Shorten.Text(text)}' has no unit", Expected(dimension), $"did you mean '{guess}'?");
        }

        return new(
            $"'{Shorten.Text(unit)}' is no unit for {Units.Noun(dimension)}",
            Expected(dimension),
            HintAt(unit, dimension));
    }

    private static string HintAt(string unit, Dimension dimension)
    {
        if (unit[0] == ',' || unit.Any(char.IsAsciiDigit))
        {
            string way = unit[0] == ',' ? "write decimals with a point" : "write one number and one unit";
            return $"{way}, as in {Units.Example(dimension)}";
        }

        string? nearest = Units.Nearest(unit, dimension);
        return nearest is null ? $"write for example {Units.Example(dimension)}" : $"did you mean '{nearest}'?";
    }

    private static string Expected(Dimension dimension) =>
        dimension is Dimension.Ratio or Dimension.Count
            ? $"{Units.Noun(dimension)} such as {Units.Example(dimension)}"
            : $"{Units.Noun(dimension)} in {Units.ListOf(dimension)}";
}
