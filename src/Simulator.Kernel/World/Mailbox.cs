namespace Simulator.Kernel;

/// <summary>Messages that wait for a busy actor: a list threaded through the queue's slots.</summary>
internal sealed class Mailbox
{
    private int first = -1;
    private int last = -1;

    /// <summary>Waiting messages.</summary>
    public int Count { get; private set; }

    /// <summary>Of these, messages that others sent: what the capacity bounds.</summary>
    public int Bounded { get; private set; }

    /// <summary>Wake events started so far; numbers the next one.</summary>
    public ulong Wakes { get; private set; }

    /// <summary>Whether a wake event is under way.</summary>
    public bool IsWakeDue { get; set; }

    public static bool IsBounded(in EventSlot slot) => slot.Kind == EventKind.Message || slot.From != slot.To;

    public ulong NumberWake()
    {
        IsWakeDue = true;
        return Wakes++;
    }

    public void Append(EventQueue slots, int slot)
    {
        slots[slot].Next = -1;
        slots[slot].IsInMailbox = true;
        if (last >= 0)
        {
            slots[last].Next = slot;
        }
        else
        {
            first = slot;
        }

        last = slot;
        Count++;
        Bounded += IsBounded(slots[slot]) ? 1 : 0;
    }

    public int TakeFirst(EventQueue slots)
    {
        Invariant.That(Count > 0);
        int slot = first;
        Unlink(slots, -1, slot);
        return slot;
    }

    /// <summary>Takes the bounded message that has waited longest.</summary>
    public int TakeOldestBounded(EventQueue slots)
    {
        Invariant.That(Bounded > 0);
        int previous = -1;
        int slot = first;
        while (!IsBounded(slots[slot]))
        {
            previous = slot;
            slot = slots[slot].Next;
        }

        Unlink(slots, previous, slot);
        return slot;
    }

    private void Unlink(EventQueue slots, int previous, int slot)
    {
        int next = slots[slot].Next;
        if (previous < 0)
        {
            first = next;
        }
        else
        {
            slots[previous].Next = next;
        }

        last = last == slot ? previous : last;
        Count--;
        Bounded -= IsBounded(slots[slot]) ? 1 : 0;
    }
}
