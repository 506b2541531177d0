using System.Globalization;
using System.Numerics;

namespace Simulator.Scenarios.Quantities;

/// <summary>An exact value in the base unit of its dimension.</summary>
public readonly record struct Quantity(Dimension Dimension, ExactNumber Value)
{
    /// <summary>The quantity that a value in canonical notation is; null for words and mappings.</summary>
    public static Quantity? Find(string text) => CanonicalQuantity.Of(text);

    /// <summary>
    /// As a scenario file writes it: OPG in decimals, everything else as a whole number where a unit allows it.
    /// </summary>
    public override string ToString() => Dimension switch
    {
        Dimension.Count or Dimension.Ratio or Dimension.Unset => Value.ToString(),
        Dimension.Opg when Value.IsInteger => Opg(Value.Numerator),
        _ => InUnit(Units.Of(Dimension).OrderByDescending(unit => unit.Size)),
    };

    private static string Opg(BigInteger atto)
    {
        BigInteger one = BigInteger.Pow(10, 18);
        BigInteger whole = BigInteger.Abs(atto) / one;
        string decimals =
            (BigInteger.Abs(atto) % one).ToString(CultureInfo.InvariantCulture).PadLeft(18, '0').TrimEnd('0');
        string sign = atto.Sign < 0 ? "-" : "";
        string point = decimals.Length == 0 ? "" : "." + decimals;
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}{point} OPG");
    }

    private string InUnit(IEnumerable<Unit> largestFirst)
    {
        string space = Dimension == Dimension.Rate ? "" : " ";
        string text = "";
        foreach (Unit unit in largestFirst)
        {
            ExactNumber number = new(Value.Numerator * unit.Size.Denominator, Value.Denominator * unit.Size.Numerator);
            text = $"{number}{space}{unit.Name}";
            if (number.IsInteger && !(Value.Numerator.IsZero && unit.Name != Units.Usual(Dimension)))
            {
                return text;
            }
        }

        return text;
    }
}
