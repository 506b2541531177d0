using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments.Frauds;

/// <summary>One kind of fraud of one group over all replications of its scenario.</summary>
public sealed record FraudFinding
{
    /// <summary>Name in the catalogue of frauds.</summary>
    public required string Fraud { get; init; }

    /// <summary>The perpetrators' group, and how many members it has.</summary>
    public required (string Group, int Members) Cheaters { get; init; }

    /// <summary>Attempts in a run.</summary>
    public required Estimate Attempts { get; init; }

    /// <summary>Share of a run's attempts that somebody noticed.</summary>
    public required Estimate Noticed { get; init; }

    /// <summary>Groups of those who noticed first, most frequent first.</summary>
    public required IReadOnlyList<string> Witnesses { get; init; }

    /// <summary>What gave attempts away, most frequent first.</summary>
    public required IReadOnlyList<string> Means { get; init; }

    /// <summary>Median seconds from attempt to first notice in a run; null where nothing was noticed.</summary>
    public required Estimate? Delay { get; init; }

    /// <summary>OPG lost in a run by the victims' group; empty where nobody lost anything.</summary>
    public required IReadOnlyList<(string Victim, Estimate Loss)> Losses { get; init; }

    /// <summary>OPG left to one cheater after a run, accomplices' included.</summary>
    public required Estimate Payoff { get; init; }

    /// <summary>The same for an honest member of a like group; null where the scenario has none.</summary>
    public required (string Group, Estimate Payoff)? Peer { get; init; }
}

/// <summary>What a fraud scenario came to over its replications.</summary>
/// <param name="File">Name of the scenario file without folder.</param>
/// <param name="Question">The scenario's.</param>
/// <param name="Frauds">By group and name in ordinal order.</param>
/// <param name="ClosedForms">By name: figure, formula, and measured beside theory; null where either is missing.</param>
/// <param name="Violations">Of all judges in all runs.</param>
public sealed record FraudScenarioFinding(
    string File,
    string Question,
    IReadOnlyList<FraudFinding> Frauds,
    IReadOnlyList<(string Figure, string Formula, MetricUnit Unit, ClosedFormMatch? Match)> ClosedForms,
    long Violations);
