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
        complaint = unit is null ? WrongUnit(text, number, unitName, dimension) : default;
        return unit is not null;
    }

    /// <summary>A quantity whose dimension follows from its unit; a bare number is a count.</summary>
    public static Quantity? Read(string text)
    {
        if (!TrySplit(text, out ExactNumber number, out string unitName))
        {
            return null;
        }

        if (unitName.Length == 0)
        {
            return new Quantity(text.Contains('/') ? Dimension.Ratio : Dimension.Count, number, text);
        }

        Unit? unit = Units.All.FirstOrDefault(known => known.Name == unitName);
        return unit is null ? null : new Quantity(unit.Dimension, number * unit.Size, text);
    }

    private static Unit? Find(string name, Dimension dimension) => name.Length == 0
        ? dimension is Dimension.Ratio or Dimension.Count ? new Unit("", dimension, 1) : null
        : Units.Of(dimension).FirstOrDefault(unit => unit.Name == name);

    // The number is the longest start that reads as one; what follows it is the unit.
    private static bool TrySplit(string text, out ExactNumber number, out string unit)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        int length = 0;
        while (length < trimmed.Length && (char.IsAsciiDigit(trimmed[length]) || trimmed[length] is '-' or '+' or '.' or '_'))
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
        while (slash > 0 && slash < text.Length && text[slash] == '/' && end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > slash + 1 ? end : 0;
    }

    private static Complaint NotAQuantity(string text, Dimension dimension) => new(
        $"'{Shorten.Text(text)}' is not {Units.Noun(dimension)}",
        Expected(dimension),
        $"write a number and its unit, as in {Units.Example(dimension)}");

    private static Complaint WrongUnit(string text, ExactNumber number, string unit, Dimension dimension)
    {
        if (unit.Length == 0)
        {
            string first = Units.Of(dimension).Select(known => known.Name).ElementAt(dimension == Dimension.Time ? 3 : 0);
            string join = dimension == Dimension.Rate ? "" : " ";
            return new($"'{text}' has no unit", Expected(dimension), $"did you mean '{number}{join}{first}'?");
        }

        string[] allowed = [.. Units.Of(dimension).Select(known => known.Name)];
        string? nearest = allowed.FirstOrDefault(name => string.Equals(name, unit, StringComparison.OrdinalIgnoreCase))
            ?? NearestName.Of(unit, allowed);
        string hint = nearest is null ? $"write for example {Units.Example(dimension)}" : $"did you mean '{nearest}'?";
        return new($"'{Shorten.Text(unit)}' is not a unit of {Units.Noun(dimension)[2..].TrimStart()}", Expected(dimension), hint);
    }

    private static string Expected(Dimension dimension) =>
        dimension is Dimension.Ratio or Dimension.Count
            ? $"{Units.Noun(dimension)} such as {Units.Example(dimension)}"
            : $"{Units.Noun(dimension)} in {Units.ListOf(dimension)}";
}
