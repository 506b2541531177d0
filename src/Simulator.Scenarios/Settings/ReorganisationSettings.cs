using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>How a chain takes blocks back.</summary>
public sealed record ReorganisationSettings
{
    /// <summary>Chance of a reorganisation before each block, in [0, 1].</summary>
    public required Ratio Share { get; init; }

    /// <summary>Most blocks that one reorganisation takes back; at least 1.</summary>
    public required int Depth { get; init; }
}
