namespace Simulator.Kernel;

/// <summary>What the kernel does when an event's turn comes. Zero is a free slot.</summary>
internal enum EventKind : byte
{
    Free = 0,

    /// <summary>From another host or the world: survives a crash of its receiver while under way.</summary>
    Message,

    /// <summary>Within a host (timers included): vanishes when the host crashes.</summary>
    Local,

    /// <summary>A timer whose actor changed its mind.</summary>
    Cancelled,

    /// <summary>A held message leaves its sender.</summary>
    Departure,

    /// <summary>A job of known service time completes.</summary>
    JobDone,

    /// <summary>The lower bound of a job's service time is reached.</summary>
    JobBound,

    /// <summary>A busy actor becomes free.</summary>
    Wake,

    Crash,

    Restart,
}
