using Simulator.Experiments.Throughput;
using Simulator.Inference.Catalogue;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>One experiment that someone asks for.</summary>
public sealed record ExperimentRequest
{
    public required Scenario Scenario { get; init; }

    /// <summary>Short name: the scenario file's name without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>Where the journal and the bundle go.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>How a person repeats the experiment; <c>--arm K --replication R</c> behind it repeats one run.</summary>
    public required string Command { get; init; }

    /// <summary>The models of the network; null is those that are shipped.</summary>
    public ModelStore? Models { get; init; }

    /// <summary>Runs at the same time in this process; no result depends on it. At least 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Other processes that take part, let go once every run has ended; null where there are none.</summary>
    public RunFarm? Farm { get; init; }

    /// <summary>Forgets what an unfinished experiment in the folder has come to, whatever it was.</summary>
    public bool IsFresh { get; init; }

    /// <summary>Whether chart pictures are drawn.</summary>
    public bool Pictures { get; init; } = true;

    /// <summary>Told where the time goes; null where nobody asks.</summary>
    internal RunMeter? Meter { get; init; }
}
