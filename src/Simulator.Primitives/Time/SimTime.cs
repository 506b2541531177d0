using System.Globalization;

namespace Simulator.Primitives;

/// <summary>An instant on the simulated timeline, in nanoseconds since the run began.</summary>
/// <remarks>
/// There is deliberately no conversion from the machine's clock. Range: [0, 2⁶³) ns, about 292 years; overflow ends
/// the run. <c>default</c> is the start of the run.
/// </remarks>
public readonly record struct SimTime(long NanosecondsSinceStart) : IComparable<SimTime>
{
    public static readonly SimTime Start;
    public static readonly SimTime EndOfTime = new(long.MaxValue);

    /// <summary>Whole seconds since the run began, rounded down.</summary>
    public long WholeSeconds => NanosecondsSinceStart / SimDuration.NanosecondsPerSecond;

    public static SimTime operator +(SimTime time, SimDuration span) => new(time.NanosecondsSinceStart + span.Nanoseconds);

    public static SimTime operator -(SimTime time, SimDuration span) => new(time.NanosecondsSinceStart - span.Nanoseconds);

    public static SimDuration operator -(SimTime later, SimTime earlier) =>
        new(later.NanosecondsSinceStart - earlier.NanosecondsSinceStart);

    public static bool operator <(SimTime left, SimTime right) => left.NanosecondsSinceStart < right.NanosecondsSinceStart;

    public static bool operator >(SimTime left, SimTime right) => left.NanosecondsSinceStart > right.NanosecondsSinceStart;

    public static bool operator <=(SimTime left, SimTime right) => left.NanosecondsSinceStart <= right.NanosecondsSinceStart;

    public static bool operator >=(SimTime left, SimTime right) => left.NanosecondsSinceStart >= right.NanosecondsSinceStart;

    public static SimTime Max(SimTime left, SimTime right) => left >= right ? left : right;

    public static SimTime Min(SimTime left, SimTime right) => left <= right ? left : right;

    public int CompareTo(SimTime other) => NanosecondsSinceStart.CompareTo(other.NanosecondsSinceStart);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(decimal)NanosecondsSinceStart / SimDuration.NanosecondsPerSecond} s");
}
