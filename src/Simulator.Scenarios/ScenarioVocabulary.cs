using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios;

/// <summary>The names that exist outside a scenario file: what it may refer to.</summary>
/// <remarks>Passed in, so that reading a file needs neither a model runtime nor a world.</remarks>
public sealed record ScenarioVocabulary
{
    /// <summary>Models with version, <c>name@version</c>.</summary>
    public required IReadOnlyCollection<string> Models { get; init; }

    /// <summary>Those of them that continue texts; all others compute on tensors.</summary>
    public IReadOnlyCollection<string> TextModels { get; init; } = [];

    public required IReadOnlyCollection<string> UserBehaviours { get; init; }

    /// <summary>Bugs that negative scenarios may plant.</summary>
    public required IReadOnlyCollection<string> PlantedBugs { get; init; }

    public required IReadOnlyCollection<string> Checkers { get; init; }

    public required IReadOnlyCollection<MetricDefinition> Metrics { get; init; }
}
