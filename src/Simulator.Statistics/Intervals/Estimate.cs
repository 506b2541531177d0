namespace Simulator.Statistics;

/// <summary>A figure with what is known about its uncertainty.</summary>
/// <param name="Value">The point estimate, in the metric's base unit.</param>
/// <param name="Lower">Lower end of the interval; null when the data bound it on this side not at all.</param>
/// <param name="Upper">Upper end of the interval; null when the data bound it on this side not at all.</param>
/// <param name="N">Number of observations behind the value.</param>
/// <param name="Method">How value and interval were made, in words a reader can look up.</param>
public sealed record Estimate(double Value, double? Lower, double? Upper, long N, string Method)
{
    /// <summary>The longer of the two arms of the interval; null when either end is missing.</summary>
    public double? HalfWidth =>
        Lower is { } lower && Upper is { } upper ? Math.Max(Value - lower, upper - Value) : null;

    public bool HasInterval => Lower is not null || Upper is not null;

    /// <summary>A count or a sum of integers: nothing was estimated, the interval is the value itself.</summary>
    public static Estimate Exact(double value, long n) => new(value, value, value, n, "exact");

    /// <summary>A figure whose uncertainty the data cannot tell.</summary>
    public static Estimate WithoutInterval(double value, long n, string method) => new(value, null, null, n, method);

    public static Estimate Symmetric(double value, double halfWidth, long n, string method) =>
        new(value, value - halfWidth, value + halfWidth, n, method);
}
