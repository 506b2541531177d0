using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>How the users of a group choose among nodes.</summary>
public sealed record NodeChoiceSettings
{
    public required NodeRanking By { get; init; }

    /// <summary>The share of choices that go to any node, where users learn from what they see.</summary>
    public required Ratio Explores { get; init; }

    /// <summary>Weight of the price, with <see cref="NodeRanking.Weighted"/> only, as the other two.</summary>
    public required int Price { get; init; }

    public required int Latency { get; init; }

    public required int Trust { get; init; }
}
