using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>What one API key may ask in each window of time.</summary>
public sealed record QuotaSettings
{
    public required int Requests { get; init; }

    public required SimDuration Per { get; init; }
}
