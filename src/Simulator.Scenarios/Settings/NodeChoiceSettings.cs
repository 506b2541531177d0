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

    /// <summary>Between two readings of rulings, where users choose by trust; zero reads none.</summary>
    public required SimDuration Rulings { get; init; }

    /// <summary>Outcomes that one conviction counts for.</summary>
    public required int Conviction { get; init; }

    /// <summary>Outcomes that one acquittal counts for.</summary>
    public required int Acquittal { get; init; }

    /// <summary>Whether trust decides anything.</summary>
    public bool UsesTrust => By == NodeRanking.Trusted || (By == NodeRanking.Weighted && Trust > 0);
}
