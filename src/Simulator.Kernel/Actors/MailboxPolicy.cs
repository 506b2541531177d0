namespace Simulator.Kernel;

/// <summary>What a full mailbox does with one message more. Zero is deliberately not a policy.</summary>
public enum MailboxPolicy
{
    Unset = 0,

    /// <summary>The arriving message is dropped.</summary>
    RefuseNewest,

    /// <summary>The message that has waited longest is dropped to make room.</summary>
    DropOldest,
}
