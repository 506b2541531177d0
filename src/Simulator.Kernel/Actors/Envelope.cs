namespace Simulator.Kernel;

/// <summary>A message on its way: who sent it and when it left the sender.</summary>
/// <param name="From">The sender; the receiver itself for timers, jobs and the kernel's own messages.</param>
/// <param name="Message">The message; never null.</param>
/// <param name="SentAt">When it left its sender, that is after any delay asked for at the sender.</param>
public readonly record struct Envelope(ActorRef From, Message Message, SimTime SentAt)
{
    /// <summary>When it reached the receiver; earlier than now if it waited in the mailbox.</summary>
    public SimTime ArrivedAt { get; init; }

    /// <summary>The sender's sequence number; a link's duplicate carries the number of its original.</summary>
    public long Sequence { get; init; }

    /// <summary>0 for the original, 1 for the copy a link made of it.</summary>
    public byte Copy { get; init; }
}
