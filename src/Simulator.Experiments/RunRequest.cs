using Simulator.Inference.Catalogue;
using Simulator.Primitives;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>One run that someone asks for.</summary>
public sealed record RunRequest
{
    public required Scenario Scenario { get; init; }

    /// <summary>Short name: the scenario file's name without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>Where the bundle goes.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>How a person repeats the run.</summary>
    public required string Command { get; init; }

    /// <summary>The models of the network; null is those that are shipped.</summary>
    public ModelStore? Models { get; init; }

    /// <summary>Threads that compute jobs; no result depends on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Parts the world is split into; no result depends on it.</summary>
    public int Shards { get; init; } = 1;

    public ulong Replication { get; init; }

    /// <summary>The run ends at this time as if it were interrupted; null lets it drain.</summary>
    public SimTime? CutAt { get; init; }

    /// <summary>A bundle whose recorded inference facts are used instead of computing; null computes.</summary>
    public string? ReplayBundle { get; init; }

    /// <summary>Whether chart pictures are drawn.</summary>
    public bool Pictures { get; init; } = true;
}
