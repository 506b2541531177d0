using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>How a platform takes on customers.</summary>
public sealed record SignUpSettings
{
    /// <summary>From a sign-up to its decision.</summary>
    public required SimDuration Delay { get; init; }

    /// <summary>The share of people who are refused.</summary>
    public required Ratio Refuses { get; init; }
}
