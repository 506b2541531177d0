using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>The links between hosts.</summary>
public sealed record LinkProfile
{
    public required LatencySettings Latency { get; init; }

    /// <summary>Per host and direction.</summary>
    public required BitRate Bandwidth { get; init; }

    /// <summary>Chance that a message is lost.</summary>
    public required Ratio Loss { get; init; }

    /// <summary>Chance that a message arrives twice.</summary>
    public required Ratio Duplication { get; init; }
}
