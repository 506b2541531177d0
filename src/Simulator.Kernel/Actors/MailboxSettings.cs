namespace Simulator.Kernel;

/// <summary>How many messages may wait for a busy actor, and what happens to one more.</summary>
/// <remarks>
/// Actors handle a message in no virtual time, so a mailbox fills only while its actor is busy
/// (<see cref="IActorContext.Occupy"/>). Timers, job completions and kernel messages wait there too but are never
/// refused: they are the actor's own and bounded by what it started. Each drop is counted and observed.
/// </remarks>
public sealed record MailboxSettings
{
    /// <param name="capacity">Waiting messages; ≥ 1.</param>
    /// <param name="policy">Not <see cref="MailboxPolicy.Unset"/>.</param>
    public MailboxSettings(int capacity, MailboxPolicy policy = MailboxPolicy.RefuseNewest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfEqual((int)policy, (int)MailboxPolicy.Unset, nameof(policy));
        Capacity = capacity;
        Policy = policy;
    }

    /// <summary>65,536 waiting messages, the newest refused.</summary>
    public static MailboxSettings Default { get; } = new(65_536);

    public int Capacity { get; }

    public MailboxPolicy Policy { get; }
}
