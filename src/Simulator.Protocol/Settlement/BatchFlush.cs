namespace Simulator.Protocol.Settlement;

/// <summary>What made a batch go out. Zero is not a reason.</summary>
public enum BatchFlushReason
{
    Unset = 0,

    /// <summary>The buffer reached its size: <c>buffer-full</c>.</summary>
    BufferFull,

    /// <summary>No item for the idle time: <c>idle-timeout</c>.</summary>
    IdleTimeout,

    /// <summary>The first item waited for the maximum age: <c>max-age-timeout</c>.</summary>
    MaxAgeTimeout,
}

/// <summary>A batch on its way: upload its tree, then send the transaction, then tell the buffer how it went.</summary>
public sealed record BatchFlush<TItem>(IReadOnlyList<TItem> Items, BatchFlushReason Reason);
