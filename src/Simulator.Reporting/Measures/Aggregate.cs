using System.Globalization;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>How many values become one: <c>mean</c>, <c>p99</c>, <c>share</c>, …</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Level">For a quantile its level in (0, 1), otherwise zero.</param>
public readonly record struct Aggregate(AggregateKind Kind, Ratio Level = default)
{
    public static readonly Aggregate Value = new(AggregateKind.Value);
    public static readonly Aggregate Count = new(AggregateKind.Count);
    public static readonly Aggregate Sum = new(AggregateKind.Sum);
    public static readonly Aggregate Mean = new(AggregateKind.Mean);
    public static readonly Aggregate Min = new(AggregateKind.Min);
    public static readonly Aggregate Max = new(AggregateKind.Max);
    public static readonly Aggregate Share = new(AggregateKind.Share);

    private static readonly (string Name, Aggregate Aggregate)[] Named =
    [
        ("value", Value), ("count", Count), ("sum", Sum), ("mean", Mean), ("min", Min), ("max", Max), ("share", Share),
    ];

    /// <param name="percent">In (0, 100): 99.9m.</param>
    public static Aggregate Percentile(decimal percent)
    {
        if (percent is <= 0 or >= 100)
        {
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "a percentile lies between 0 and 100");
        }

        return new(AggregateKind.Quantile, new Ratio((long)(percent * 1_000_000), 100_000_000));
    }

    /// <summary><c>mean</c>, <c>share</c>, <c>p50</c>, <c>p99.9</c>; false for anything else.</summary>
    public static bool TryParse(string text, out Aggregate aggregate)
    {
        foreach ((string name, Aggregate candidate) in Named)
        {
            if (name == text)
            {
                aggregate = candidate;
                return true;
            }
        }

        aggregate = default;
        if (text.Length is < 2 or > 10 || text[0] != 'p')
        {
            return false;
        }

        bool valid = decimal.TryParse(
            text.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent)
            && percent is >= 0.0001m and <= 99.9999m;
        aggregate = valid ? Percentile(percent) : default;
        return valid;
    }

    public override string ToString() => Kind switch
    {
        AggregateKind.Quantile =>
            "p" + (Level.Numerator * 100m / Level.Denominator).ToString("0.######", CultureInfo.InvariantCulture),
        AggregateKind.Unset => throw Invariant.Unreachable(Kind),
        AggregateKind.Value or AggregateKind.Count or AggregateKind.Sum or AggregateKind.Mean or AggregateKind.Min
            or AggregateKind.Max or AggregateKind.Share => NameOf(Kind),
    };

    private static string NameOf(AggregateKind kind) => Array.Find(Named, named => named.Aggregate.Kind == kind).Name;
}

/// <summary>The rules by which many values become one.</summary>
public enum AggregateKind
{
    Unset = 0,
    Value,
    Count,
    Sum,
    Mean,
    Min,
    Max,
    Share,
    Quantile,
}
