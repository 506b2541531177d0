using System.Globalization;
using System.Numerics;
using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Events per time, exact and in lowest terms: <see cref="Count"/> events per <see cref="Period"/>.</summary>
/// <remarks>Count: at least 0. Period: greater than zero. <c>default</c> is no events.</remarks>
public readonly record struct Rate
{
    private readonly long periodMinusOne;

    /// <exception cref="ArgumentOutOfRangeException">Negative count, or a period that is not positive.</exception>
    public Rate(long count, SimDuration period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(period.Nanoseconds, 1);
        long divisor = (long)BigInteger.GreatestCommonDivisor(count, period.Nanoseconds);
        Count = count / divisor;
        periodMinusOne = (period.Nanoseconds / divisor) - 1;
    }

    public long Count { get; }

    public SimDuration Period => new(periodMinusOne + 1);

    /// <summary>
    /// Mean time between events, rounded down to the nanosecond; the longest span when there are none.
    /// </summary>
    public SimDuration MeanGap => Count == 0 ? SimDuration.MaxValue : Period / Count;

    /// <summary>The rate as a scenario file writes it: a whole number in the shortest unit that allows it.</summary>
    public override string ToString()
    {
        foreach ((string unit, long nanoseconds) in Units)
        {
            BigInteger scaled = (BigInteger)Count * nanoseconds;
            if (scaled % Period.Nanoseconds == 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{scaled / Period.Nanoseconds}/{unit}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Count} per {Period.Nanoseconds} ns");
    }

    private static readonly (string Unit, long Nanoseconds)[] Units =
    [
        ("s", SimDuration.NanosecondsPerSecond),
        ("min", 60 * SimDuration.NanosecondsPerSecond),
        ("h", 3_600 * SimDuration.NanosecondsPerSecond),
        ("d", 86_400 * SimDuration.NanosecondsPerSecond),
    ];
}
