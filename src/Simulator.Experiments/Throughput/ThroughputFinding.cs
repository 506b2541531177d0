namespace Simulator.Experiments.Throughput;

/// <summary>What an experiment of many small runs took.</summary>
public sealed record ThroughputFinding
{
    public required int Runs { get; init; }

    /// <summary>Runs at the same time.</summary>
    public required int Jobs { get; init; }

    /// <summary>CPU time of the whole process, from the call to the finished bundle.</summary>
    public required TimeSpan Cpu { get; init; }

    /// <summary>CPU time between the first event of each run and its last.</summary>
    public required TimeSpan Simulated { get; init; }

    /// <summary>CPU time before the first event of each run: its world is built.</summary>
    public required TimeSpan Prepared { get; init; }

    /// <summary>CPU time after the last event of each run: its figures are made.</summary>
    public required TimeSpan Told { get; init; }

    /// <summary>CPU time of the threads that make runs.</summary>
    public required TimeSpan Computed { get; init; }

    /// <summary>Time in which these threads could have computed and the machine was busy with others.</summary>
    public required TimeSpan Queued { get; init; }

    /// <summary>Time from the first run's beginning to the last one's end.</summary>
    public required TimeSpan Working { get; init; }

    /// <summary>Most resident memory of the process.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>CPU time of a run besides its events, everything included that the experiment does at its end.</summary>
    public TimeSpan OverheadPerRun => (Cpu - Simulated) / Runs;

    /// <summary>Share of the cores' time in which runs were made on them, as far as the machine had them free.</summary>
    public double Busy => (Computed + Queued) / (Working * Jobs);

    /// <summary>Share of the cores' time in which runs were made on them, whatever else the machine did.</summary>
    public double OnCore => Computed / (Working * Jobs);
}
