using Simulator.Primitives;

namespace Simulator.Protocol.Settlement;

/// <summary>The facilitator's batch worker as a state machine: time comes in, batches come out.</summary>
/// <remarks>
/// <para>Items live in memory only; a crash loses them although their jobs are done. One batch is under way at a time:
/// a trigger during it joins it and starts nothing.</para>
/// <para>After a failure the items return to the front, their first arrival is remembered and the timers are set anew:
/// the next try comes after the idle time, or with the next item if the buffer is full. There is no back-off. If the
/// first item is older than the maximum age, that timer is due at once, so failing batches follow each other without a
/// pause until one succeeds: the caller's own upload time is all that separates them.</para>
/// <para>A transaction that was broadcast but not seen in time counts as a failure: its items are settled again.</para>
/// </remarks>
public sealed class BatchBuffer<TItem>(BatchBufferLimits limits)
{
    private List<TItem> items = [];
    private BatchFlush<TItem>? inFlight;
    private SimTime? firstBufferedAt;
    private SimTime? inFlightFirstBufferedAt;
    private SimTime? idleDue;
    private SimTime? maxAgeDue;

    /// <summary>Items waiting, without those of the batch under way.</summary>
    public int Count => items.Count;

    public bool IsFlushing => inFlight is not null;

    /// <summary>When <see cref="OnTimer"/> wants to be called; null when nothing waits.</summary>
    public SimTime? NextDue => (idleDue, maxAgeDue) switch
    {
        ({ } idle, { } age) => SimTime.Min(idle, age),
        _ => idleDue ?? maxAgeDue,
    };

    /// <summary>Buffers one item; its job is done with this. Returns a batch when this item made one due.</summary>
    public BatchFlush<TItem>? Add(TItem item, SimTime now)
    {
        items.Add(item);
        firstBufferedAt ??= now;
        Schedule(now);
        return items.Count >= limits.Size ? TryBegin(BatchFlushReason.BufferFull) : null;
    }

    /// <summary>
    /// Returns a batch when a timer was due. Of two due timers the earlier counts, at a tie the idle one.
    /// </summary>
    public BatchFlush<TItem>? OnTimer(SimTime now)
    {
        if (NextDue is not { } due || due > now)
        {
            return null;
        }

        bool isIdle = idleDue == due;
        idleDue = isIdle ? null : idleDue;
        maxAgeDue = isIdle ? maxAgeDue : null;
        return TryBegin(isIdle ? BatchFlushReason.IdleTimeout : BatchFlushReason.MaxAgeTimeout);
    }

    /// <summary>The batch under way is settled.</summary>
    public void Succeeded()
    {
        Invariant.That(inFlight is not null);
        inFlight = null;
        inFlightFirstBufferedAt = null;
    }

    /// <summary>Upload or transaction failed: the items wait again.</summary>
    public void Failed(SimTime now)
    {
        Invariant.That(inFlight is not null);
        items = [.. inFlight.Items, .. items];
        firstBufferedAt = inFlightFirstBufferedAt ?? firstBufferedAt;
        inFlight = null;
        inFlightFirstBufferedAt = null;
        Schedule(now);
    }

    /// <summary>The process died: everything buffered or under way is gone. Returns what was lost.</summary>
    public IReadOnlyList<TItem> Crash()
    {
        IReadOnlyList<TItem> lost = [.. inFlight?.Items ?? [], .. items];
        items = [];
        inFlight = null;
        firstBufferedAt = inFlightFirstBufferedAt = idleDue = maxAgeDue = null;
        return lost;
    }

    private BatchFlush<TItem>? TryBegin(BatchFlushReason reason)
    {
        if (inFlight is not null || items.Count == 0)
        {
            return null;
        }

        inFlight = new(items, reason);
        inFlightFirstBufferedAt = firstBufferedAt;
        items = [];
        firstBufferedAt = idleDue = maxAgeDue = null;
        return inFlight;
    }

    /// <summary>Every item restarts the idle time; the age timer is set once and then left alone.</summary>
    private void Schedule(SimTime now)
    {
        idleDue = now + limits.IdleTimeout;
        if (firstBufferedAt is { } first && maxAgeDue is null)
        {
            maxAgeDue = SimTime.Max(now, first + limits.MaxAge);
        }
    }
}
