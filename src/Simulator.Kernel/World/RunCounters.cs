namespace Simulator.Kernel;

/// <summary>What happened to messages in a run so far, link copies counted on their own.</summary>
public sealed record RunCounters
{
    /// <summary>Messages handled by actors.</summary>
    public long Handled { get; init; }

    /// <summary>Messages given to links.</summary>
    public long Transmitted { get; init; }

    /// <summary>Lost by links.</summary>
    public long Lost { get; init; }

    /// <summary>Copies made by links.</summary>
    public long Duplicated { get; init; }

    /// <summary>Arrived at a host that was down.</summary>
    public long DroppedHostDown { get; init; }

    /// <summary>Refused by or pushed out of a full mailbox.</summary>
    public long DroppedMailboxFull { get; init; }

    /// <summary>Timers, jobs, waiting and held messages that vanished in a crash.</summary>
    public long Vanished { get; init; }

    public long TimersCancelled { get; init; }

    public long JobsStarted { get; init; }
}
