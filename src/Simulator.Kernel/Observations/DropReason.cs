namespace Simulator.Kernel;

/// <summary>Why a message never reached its receiver. Zero is deliberately not a reason.</summary>
public enum DropReason
{
    Unset = 0,

    /// <summary>The link lost it.</summary>
    LostOnLink,

    /// <summary>The receiving host was down.</summary>
    HostDown,

    /// <summary>The receiver's mailbox was full.</summary>
    MailboxFull,
}
