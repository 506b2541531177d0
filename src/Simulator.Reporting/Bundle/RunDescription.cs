using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>What is known about a run before it starts.</summary>
public sealed record RunDescription
{
    /// <summary>Short name: the scenario file's name without its ending.</summary>
    public required string Scenario { get; init; }

    /// <summary>The question the scenario file asks.</summary>
    public required string Question { get; init; }

    /// <summary>SHA-256 of the resolved scenario, 64 lower-case hexadecimal digits.</summary>
    public required string ScenarioHash { get; init; }

    public required ulong Seed { get; init; }

    public ulong Replication { get; init; }

    /// <summary>Simulated time the scenario asks for; sets the width of the bins over time.</summary>
    public required SimDuration Duration { get; init; }

    /// <summary>What figures leave out at the start; null for nothing.</summary>
    public WarmUp? WarmUp { get; init; }

    /// <summary>The resolved scenario as YAML text; becomes <c>scenario.resolved.yaml</c>.</summary>
    public required string ResolvedYaml { get; init; }

    /// <summary>A command that repeats this run, as a person would type it.</summary>
    public required string Command { get; init; }

    /// <summary>What was real and what was modelled, in the order to be shown.</summary>
    public IReadOnlyList<Fidelity> Fidelity { get; init; } = [];

    /// <summary>
    /// Versions of the libraries a result depends on, by name. Nothing that differs between machines.
    /// </summary>
    public IReadOnlyDictionary<string, string> Libraries { get; init; } = new SortedDictionary<string, string>();

    /// <summary>Metrics to report besides the standard ones, for example those that verdicts name.</summary>
    public IReadOnlyList<MetricQuestion> ExtraMetrics { get; init; } = [];
}
