namespace Simulator.Statistics;

/// <summary>How exactly an experiment wants to know a mean.</summary>
/// <param name="Bound">Above zero: the greatest distance from the truth that is allowed, as a share of the truth or in
/// the metric's base unit.</param>
/// <param name="IsRelative">A metric that can cross zero needs an absolute bound.</param>
public readonly record struct Precision(double Bound, bool IsRelative)
{
    public static Precision Relative(double share) => new(share, true);

    public static Precision Absolute(double distance) => new(distance, false);

    /// <summary>The half-width at which a mean is known exactly enough.</summary>
    /// <remarks>
    /// A relative half-width is measured against the estimate and the promise against the truth: ε/(1 + ε) of the
    /// estimate is at most ε of a truth inside the interval (Law, Simulation Modeling and Analysis).
    /// </remarks>
    public double Target(double mean) => IsRelative ? Bound / (1 + Bound) * Math.Abs(mean) : Bound;
}
