namespace Simulator.Kernel;

/// <summary>Running counts of one shard.</summary>
internal sealed class ShardCounters
{
    public long Handled;
    public long Transmitted;
    public long Lost;
    public long Duplicated;
    public long DroppedHostDown;
    public long DroppedMailboxFull;
    public long Vanished;
    public long TimersCancelled;
    public long JobsStarted;
    public long JobsShared;

    public long[] ToArray() =>
    [
        Handled, Transmitted, Lost, Duplicated, DroppedHostDown, DroppedMailboxFull, Vanished, TimersCancelled,
        JobsStarted,
    ];
}
