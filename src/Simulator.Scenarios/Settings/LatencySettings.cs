using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>One-way delay between hosts.</summary>
public sealed record LatencySettings
{
    /// <summary>No message is faster; greater than zero, because it is the lookahead of the kernel.</summary>
    public required SimDuration Minimum { get; init; }

    public required LatencyDistribution Distribution { get; init; }

    /// <summary>
    /// The value itself (constant), the mean (uniform between the minimum and 2 · typical − minimum; exponential
    /// above the minimum), or the median (lognormal above the minimum). At least the minimum.
    /// </summary>
    public required SimDuration Typical { get; init; }

    /// <summary>Standard deviation of the logarithm of the part above the minimum; lognormal only.</summary>
    public required Ratio Spread { get; init; }
}
