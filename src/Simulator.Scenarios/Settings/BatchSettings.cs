using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>When a facilitator's buffer of hashes goes out as one batch.</summary>
public sealed record BatchSettings
{
    /// <summary>Answers at which it goes out at once; at least 1.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Time after the latest answer; greater than zero.</summary>
    public SimDuration Idle { get; init; } = SimDuration.FromSeconds(300);

    /// <summary>Time after the first answer; greater than zero.</summary>
    public SimDuration Age { get; init; } = SimDuration.FromSeconds(900);
}
