namespace Simulator.Actors.Enclaves;

/// <summary>Whom an enclave turns away when its queue is full.</summary>
public enum QueuePolicy
{
    Unset = 0,

    /// <summary>The request that came last: <c>queue_full</c>.</summary>
    Refuse,

    /// <summary>The request that has waited longest: <c>queue_dropped</c>; the new one waits in its stead.</summary>
    DropOldest,

    /// <summary>The request that earns least, of equal ones the last to come.</summary>
    DropLowestPrice,
}
