using System.Globalization;

namespace Simulator.Primitives;

/// <summary>A span of simulated time in nanoseconds. May be negative as a difference; never as a delay.</summary>
/// <remarks>Range: ±2⁶³ ns, about 292 years; overflow ends the run. <c>default</c> is zero.</remarks>
public readonly record struct SimDuration(long Nanoseconds) : IComparable<SimDuration>
{
    public const long NanosecondsPerMicrosecond = 1_000;
    public const long NanosecondsPerMillisecond = 1_000_000;
    public const long NanosecondsPerSecond = 1_000_000_000;

    public static readonly SimDuration Zero;
    public static readonly SimDuration MaxValue = new(long.MaxValue);

    /// <summary>Seconds as a real number, for reports and statistics only.</summary>
    public double TotalSeconds => (double)Nanoseconds / NanosecondsPerSecond;

    /// <summary>Whole seconds, rounded towards zero.</summary>
    public long WholeSeconds => Nanoseconds / NanosecondsPerSecond;

    public static SimDuration FromNanoseconds(long count) => new(count);

    public static SimDuration FromMicroseconds(long count) => new(count * NanosecondsPerMicrosecond);

    public static SimDuration FromMilliseconds(long count) => new(count * NanosecondsPerMillisecond);

    public static SimDuration FromSeconds(long count) => new(count * NanosecondsPerSecond);

    public static SimDuration FromMinutes(long count) => FromSeconds(count * 60);

    public static SimDuration FromHours(long count) => FromSeconds(count * 3_600);

    public static SimDuration FromDays(long count) => FromSeconds(count * 86_400);

    public static SimDuration operator +(SimDuration left, SimDuration right) => new(left.Nanoseconds + right.Nanoseconds);

    public static SimDuration operator -(SimDuration left, SimDuration right) => new(left.Nanoseconds - right.Nanoseconds);

    public static SimDuration operator *(SimDuration span, long factor) => new(span.Nanoseconds * factor);

    /// <summary>Integer division, rounded towards zero.</summary>
    public static SimDuration operator /(SimDuration span, long divisor) => new(span.Nanoseconds / divisor);

    public static bool operator <(SimDuration left, SimDuration right) => left.Nanoseconds < right.Nanoseconds;

    public static bool operator >(SimDuration left, SimDuration right) => left.Nanoseconds > right.Nanoseconds;

    public static bool operator <=(SimDuration left, SimDuration right) => left.Nanoseconds <= right.Nanoseconds;

    public static bool operator >=(SimDuration left, SimDuration right) => left.Nanoseconds >= right.Nanoseconds;

    public static SimDuration Max(SimDuration left, SimDuration right) => left >= right ? left : right;

    public static SimDuration Min(SimDuration left, SimDuration right) => left <= right ? left : right;

    public int CompareTo(SimDuration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>The span in the largest unit that divides it, as scenario files write it: <c>50 ms</c>, <c>2 s</c>.</summary>
    public override string ToString() => Nanoseconds switch
    {
        0 => "0 s",
        _ when Nanoseconds % (86_400 * NanosecondsPerSecond) == 0 => InUnit(86_400 * NanosecondsPerSecond, "d"),
        _ when Nanoseconds % (3_600 * NanosecondsPerSecond) == 0 => InUnit(3_600 * NanosecondsPerSecond, "h"),
        _ when Nanoseconds % (60 * NanosecondsPerSecond) == 0 => InUnit(60 * NanosecondsPerSecond, "min"),
        _ when Nanoseconds % NanosecondsPerSecond == 0 => InUnit(NanosecondsPerSecond, "s"),
        _ when Nanoseconds % NanosecondsPerMillisecond == 0 => InUnit(NanosecondsPerMillisecond, "ms"),
        _ when Nanoseconds % NanosecondsPerMicrosecond == 0 => InUnit(NanosecondsPerMicrosecond, "us"),
        _ => InUnit(1, "ns"),
    };

    private string InUnit(long unit, string name) => string.Create(CultureInfo.InvariantCulture, $"{Nanoseconds / unit} {name}");
}
