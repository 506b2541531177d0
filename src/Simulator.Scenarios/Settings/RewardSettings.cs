using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>A programme that rewards nodes for what is settled to them.</summary>
public sealed record RewardSettings
{
    /// <summary>Paid out for every epoch in which anything was settled.</summary>
    public required OpgAmount Pool { get; init; }

    public required SimDuration Epoch { get; init; }
}
