using System.Runtime.CompilerServices;

namespace Simulator.Kernel;

/// <summary>Pending events in their total order, over pooled slots.</summary>
/// <remarks>
/// A 4-ary heap of 16-byte entries: one cache line holds the children of a node. Equal times and hops are told apart
/// in the slots, which happens seldom. Keys that do not strictly ascend on leaving are a bug and end the run.
/// </remarks>
internal sealed class EventQueue
{
    private const int Arity = 4;

    private EventSlot[] slots;
    private Entry[] heap;
    private int count;
    private int free = -1;
    private int used;
    private int cancelled;
    private EventKey last = EventKey.None;

    public EventQueue(int capacity = 1_024)
    {
        slots = new EventSlot[capacity];
        heap = new Entry[capacity];
    }

    /// <summary>Events waiting, cancelled ones included.</summary>
    public int Count => count;

    /// <summary>Key of the event that left last.</summary>
    public EventKey Last => last;

    public ref EventSlot this[int slot] => ref slots[slot];

    /// <summary>A slot to fill; only the caller knows it until it is given to <see cref="Enqueue"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Rent()
    {
        int slot = free;
        if (slot >= 0)
        {
            free = slots[slot].Next;
            return slot;
        }

        return RentFresh();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(int slot)
    {
        ref EventSlot freed = ref slots[slot];
        freed.Payload = null;
        freed.Kind = EventKind.Free;
        freed.IsInMailbox = false;
        freed.Next = free;
        free = slot;
    }

    public void Enqueue(int slot)
    {
        ref readonly EventSlot added = ref slots[slot];
        if (count == heap.Length)
        {
            Array.Resize(ref heap, checked(heap.Length * 2));
        }

        Rise(count++, new Entry(added.Time, slot, added.To));
    }

    /// <summary>
    /// Takes the first event out if it is before <paramref name="end"/>; its slot stays the caller's.
    /// </summary>
    public bool TryDequeueBefore(long end, out int slot)
    {
        if (count == 0 || heap[0].Time >= end)
        {
            slot = -1;
            return false;
        }

        slot = RemoveFirst();
        EventKey key = slots[slot].Key;
        if (key.CompareTo(last) <= 0)
        {
            ThrowOutOfOrder(key);
        }

        last = key;
        return true;
    }

    /// <summary>
    /// Who receives the event that is next for now, whose message is fetched ahead; −1 if there is none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FetchNext()
    {
        if (count == 0)
        {
            return -1;
        }

        Entry next = heap[0];
        CacheLine.Fetch(slots[next.Slot].Payload);
        return next.To;
    }

    /// <summary>The same for the event after that, as far as the heap's top tells; fetches its slot ahead.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FetchNextButOne()
    {
        if (count <= Arity)
        {
            return -1;
        }

        Entry next = heap[LeastOfFour(heap, 1)];
        ref EventSlot slot = ref slots[next.Slot];
        CacheLine.Fetch(ref slot.Payload);
        CacheLine.Fetch(ref slot.Kind);
        return next.To;
    }

    /// <summary>
    /// Turns a waiting event into nothing; it is passed over when its time comes, or swept out before.
    /// </summary>
    public void Cancel(int slot)
    {
        ref EventSlot dropped = ref slots[slot];
        dropped.Kind = EventKind.Cancelled;
        dropped.Payload = null;
        if (dropped.IsInMailbox)
        {
            return;
        }

        cancelled++;
        if (cancelled > 1_024 && cancelled > count / 2)
        {
            Sweep();
        }
    }

    /// <summary>A cancelled event has left the queue by itself.</summary>
    public void CountCancelledOut() => cancelled--;

    /// <summary>The earliest time of an event that is not cancelled, or <see cref="long.MaxValue"/>.</summary>
    public long SkipToLive()
    {
        while (count > 0 && slots[heap[0].Slot].Kind == EventKind.Cancelled)
        {
            Release(RemoveFirst());
            cancelled--;
        }

        return count == 0 ? long.MaxValue : heap[0].Time;
    }

    private static bool IsBefore(in EventSlot left, in EventSlot right) => left.Key.CompareTo(right.Key) < 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsBefore(in Entry left, in Entry right) =>
        left.Time < right.Time || (left.Time == right.Time && IsBeforeAtOneTime(left, right));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsBeforeAtOneTime(in Entry left, in Entry right) => IsBefore(slots[left.Slot], slots[right.Slot]);

    private void Rise(int index, Entry entry)
    {
        Entry[] entries = heap;
        while (index > 0)
        {
            int parent = (index - 1) / Arity;
            if (!IsBefore(entry, entries[parent]))
            {
                break;
            }

            entries[index] = entries[parent];
            index = parent;
        }

        entries[index] = entry;
    }

    private int RemoveFirst()
    {
        int slot = heap[0].Slot;
        count--;
        if (count > 0)
        {
            Sink(0, heap[count]);
        }

        return slot;
    }

    private void Sink(int index, Entry entry)
    {
        Entry[] entries = heap;
        int size = count;
        while (true)
        {
            int child = unchecked((index * Arity) + 1);
            if (child >= size)
            {
                break;
            }

            int least = child <= size - Arity ? LeastOfFour(entries, child) : LeastChild(entries, child, size);
            if (!IsBefore(entries[least], entry))
            {
                break;
            }

            entries[index] = entries[least];
            index = least;
        }

        entries[index] = entry;
    }

    /// <summary>
    /// A tournament that compiles to conditional moves: which child wins is a coin toss for a predictor.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LeastOfFour(Entry[] entries, int first)
    {
        ReadOnlySpan<Entry> four = entries.AsSpan(first, Arity);
        long time0 = four[0].Time;
        long time1 = four[1].Time;
        long time2 = four[2].Time;
        long time3 = four[3].Time;
        long left = Math.Min(time0, time1);
        long right = Math.Min(time2, time3);
        if (time0 == time1 || time2 == time3 || left == right)
        {
            return LeastChild(entries, first, first + Arity);
        }

        int leftChild = time1 < time0 ? 1 : 0;
        int rightChild = time3 < time2 ? 3 : 2;
        return first + (right < left ? rightChild : leftChild);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int LeastChild(Entry[] entries, int first, int end)
    {
        int least = first;
        for (int i = first + 1; i < end; i++)
        {
            if (IsBefore(entries[i], entries[least]))
            {
                least = i;
            }
        }

        return least;
    }

    /// <summary>
    /// Drops cancelled events and rebuilds the heap: linear, and paid for by the cancellations before.
    /// </summary>
    private void Sweep()
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            if (slots[heap[i].Slot].Kind == EventKind.Cancelled)
            {
                Release(heap[i].Slot);
            }
            else
            {
                heap[kept++] = heap[i];
            }
        }

        count = kept;
        cancelled = 0;
        for (int i = (count - 2) / Arity; i >= 0 && count > 1; i--)
        {
            Sink(i, heap[i]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int RentFresh()
    {
        if (used == slots.Length)
        {
            Array.Resize(ref slots, checked(slots.Length * 2));
        }

        return used++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowOutOfOrder(EventKey key) => throw new InvariantViolatedException(
        key == last ? $"two events share the key {key}" : $"event {key} comes after {last}");

    /// <summary>The time decides nearly always; the receiver is there to be fetched ahead.</summary>
    private readonly record struct Entry(long Time, int Slot, int To);
}
