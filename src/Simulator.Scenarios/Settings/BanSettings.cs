using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>A platform stops serving a group of users.</summary>
public sealed record BanSettings
{
    public required SimDuration At { get; init; }

    /// <summary>How long; zero: until the run ends.</summary>
    public required SimDuration For { get; init; }

    /// <summary>Name of the group.</summary>
    public required string Group { get; init; }
}
