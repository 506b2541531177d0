using Simulator.Actors.Enclaves.Frauds;
using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>How nodes cheat those who pay for their answers.</summary>
public sealed record NodeFraud
{
    public required NodeFraudKind Kind { get; init; }

    /// <summary>Share of the occasions they cheat in.</summary>
    public required Ratio Share { get; init; }

    /// <summary>Model that runs instead of the asked one, <c>name@version</c>; null for frauds without one.</summary>
    public string? Model { get; init; }

    /// <summary>Inference time of the other model as a share of the honest one.</summary>
    public required Ratio Effort { get; init; }

    /// <summary>Answers that each node cheats in at most; at least 1.</summary>
    public required int Answers { get; init; }
}
