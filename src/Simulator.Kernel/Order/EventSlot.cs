using System.Runtime.CompilerServices;

namespace Simulator.Kernel;

/// <summary>An event waiting in a queue or a mailbox: its key and what it carries. Pooled, never boxed.</summary>
internal struct EventSlot
{
    public object? Payload;
    public long Time;

    /// <summary>Sequence · 256 + copy: the low words of the order key in one.</summary>
    public ulong Order;

    public long SentAt;
    public uint Rank;
    public int From;
    public int To;
    public int Epoch;

    /// <summary>Next in the free list or the mailbox; −1 at the end.</summary>
    public int Next;

    public ushort Hop;
    public EventKind Kind;

    /// <summary>In its receiver's mailbox, not in the heap.</summary>
    public bool IsInMailbox;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OrderOf(ulong sequence, byte copy) => unchecked((sequence << 8) | copy);

    /// <summary>The key (time, hop, sender rank, sequence, copy) of this event alone.</summary>
    public readonly EventKey Key => new(Time, Hop, Rank, Order);
}
