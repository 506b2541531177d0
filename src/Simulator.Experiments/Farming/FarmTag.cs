namespace Simulator.Experiments;

/// <summary>What ranks of a farmed experiment say to each other.</summary>
internal enum FarmTag
{
    /// <summary>Rank 0 begins an experiment: hash of the scenario and of the program.</summary>
    Begin = 1,

    /// <summary>A worker has read the same experiment and takes so many runs at a time.</summary>
    Ready = 2,

    /// <summary>A worker is to execute this run.</summary>
    Execute = 3,

    /// <summary>A run has ended: its line of the journal.</summary>
    Ended = 4,

    /// <summary>A worker cannot go on: why.</summary>
    Failed = 5,

    /// <summary>Someone interrupted a worker.</summary>
    Interrupted = 6,

    /// <summary>A worker is to stop, whatever it does.</summary>
    Stop = 7,

    /// <summary>A worker's last message.</summary>
    Stopped = 8,
}
