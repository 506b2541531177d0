using Simulator.Actors.Verifiers;
using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Verifiers that are alike.</summary>
public sealed record VerifierGroup
{
    public required string Name { get; init; }

    /// <summary>At least one.</summary>
    public required int Count { get; init; }

    /// <summary>Probability that one of them draws an answer.</summary>
    public required Ratio AuditRate { get; init; }

    /// <summary>Name of a <see cref="HardwareProfile"/>.</summary>
    public required string Hardware { get; init; }

    /// <summary>Between two looks at the chain.</summary>
    public required SimDuration Poll { get; init; }

    /// <summary>How they cheat; null for honest ones.</summary>
    public VerifierFraud? Fraud { get; init; }

    /// <summary>How they learn whether checking pays; null for those whose conduct is fixed.</summary>
    public BanditRules? Adaptive { get; init; }

    /// <summary>When they ask for their bonds back; zero: never.</summary>
    public required SimDuration Leaves { get; init; }
}

/// <summary>How verifiers cheat.</summary>
public sealed record VerifierFraud
{
    public required VerifierFraudKind Kind { get; init; }

    /// <summary>Share of the answers they draw in which they cheat.</summary>
    public required Ratio Share { get; init; }

    /// <summary>The node group of a collusion.</summary>
    public string? Partners { get; init; }
}
