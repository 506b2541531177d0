using System.Numerics;
using Simulator.Primitives;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary>One key of the scenario and the range its values are drawn from.</summary>
public sealed record VariedRange
{
    private const int StepsOfARange = 1_000_000;
    private const int FineSteps = 1 << 30;

    internal VariedRange(VariedKey key, Quantity from, Quantity to, Origin origin)
    {
        Key = key.Path;
        From = from;
        To = to;
        IsWhole = key.Shape.Dimension == Dimension.Count;
        Origin = origin;
    }

    /// <summary>Dotted path.</summary>
    public string Key { get; }

    /// <summary>Smallest value.</summary>
    public Quantity From { get; }

    /// <summary>Largest value, of the same dimension and above the smallest.</summary>
    public Quantity To { get; }

    internal Origin Origin { get; }

    private bool IsWhole { get; }

    /// <summary>The value at a place of the range, rounded to about a millionth of its width.</summary>
    /// <param name="share">In [0, 1]: 0 is <see cref="From"/>, 1 is <see cref="To"/>.</param>
    public VariedValue At(double share)
    {
        Invariant.That(share is >= 0 and <= 1);
        BigInteger place = (BigInteger)Math.Round(share * FineSteps);
        ExactNumber low = new(From.Value.Numerator * (FineSteps - place), From.Value.Denominator * FineSteps);
        ExactNumber high = new(To.Value.Numerator * place, To.Value.Denominator * FineSteps);
        ExactNumber exact = Sum(low, high);
        string text = place.IsZero ? From.ToString()
            : place == FineSteps ? To.ToString()
            : new Quantity(From.Dimension, Rounded(exact, Step())).ToString();
        return new VariedValue(Key, text, new ScalarNode(Origin, text, IsPlain: true, IsVerbatim: false));
    }

    // A power of ten of the finest unit that the key can keep.
    private ExactNumber Step()
    {
        ExactNumber finest = Finest();
        ExactNumber width = Sum(To.Value, new ExactNumber(-From.Value.Numerator, From.Value.Denominator));
        BigInteger units = width.Numerator * finest.Denominator / (width.Denominator * finest.Numerator);
        BigInteger factor = BigInteger.One;
        while (From.Dimension != Dimension.Rate && units / (factor * 10) >= StepsOfARange)
        {
            factor *= 10;
        }

        return new ExactNumber(finest.Numerator * factor, finest.Denominator);
    }

    private ExactNumber Finest() => From.Dimension switch
    {
        Dimension.Rate => new ExactNumber(1, 86_400 * (BigInteger)SimDuration.NanosecondsPerSecond),
        Dimension.Count or Dimension.Ratio or Dimension.Usd when !IsWhole => new ExactNumber(1, 1_000_000_000_000),
        _ => new ExactNumber(1, 1),
    };

    private static ExactNumber Rounded(ExactNumber value, ExactNumber step)
    {
        BigInteger top = value.Numerator * step.Denominator;
        BigInteger bottom = value.Denominator * step.Numerator;
        BigInteger steps = ((2 * top) + bottom) / (2 * bottom);
        return new ExactNumber(steps * step.Numerator, step.Denominator);
    }

    private static ExactNumber Sum(ExactNumber left, ExactNumber right) => new(
        (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
        left.Denominator * right.Denominator);
}
