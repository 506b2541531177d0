using Simulator.Actors.Facilitators.Frauds;
using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>How a group of facilitators cheats.</summary>
public sealed record FacilitatorFraudSettings
{
    public required FacilitatorFraudKind Kind { get; init; }

    /// <summary>Share of the occasions, in [0, 1].</summary>
    public required Ratio Share { get; init; }

    /// <summary>How long a delay holds a settlement.</summary>
    public required SimDuration Hold { get; init; }

    /// <summary>Groups and members that censorship is directed against.</summary>
    public required IReadOnlyList<string> Against { get; init; }
}
