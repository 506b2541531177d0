using FsCheck;
using FsCheck.Fluent;

namespace Simulator.Kernel.Tests.Order;

public sealed class EventQueueTests
{
    [Fact]
    public void Events_leave_in_the_order_of_time_hop_sender_sequence_and_copy_whatever_the_order_they_came_in()
    {
        Arbitrary<EventKey[]> keys = Gen.Choose(0, 3).Four()
            .Select(static t => new EventKey(t.Item1, (ushort)t.Item2, (uint)t.Item3, Order(t.Item4)))
            .ArrayOf()
            .Select(static drawn => drawn.Distinct().ToArray())
            .ToArbitrary();

        Prop.ForAll(keys, static drawn =>
        {
            EventKey[] expected = drawn
                .OrderBy(static key => key.Time)
                .ThenBy(static key => key.Hop)
                .ThenBy(static key => key.Rank)
                .ThenBy(static key => key.Order)
                .ToArray();
            return Drain(Filled(drawn)).SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Events_added_between_departures_keep_the_order()
    {
        var queue = new EventQueue(4);
        var draws = new KeyedRandom(1, 0, "hold");
        var purpose = new DrawPurpose("step");
        var left = new List<EventKey>();
        for (ulong i = 0; i < 1_000; i++)
        {
            Add(queue, new EventKey(draws.Draw(purpose, i).Below(50), 0, 1, EventSlot.OrderOf(i, 0)));
        }

        for (ulong i = 1_000; queue.TryDequeueBefore(long.MaxValue, out int slot); i++)
        {
            EventKey key = queue[slot].Key;
            left.Add(key);
            queue.Release(slot);
            if (i < 20_000)
            {
                long later = key.Time + draws.Draw(purpose, i).Below(50);
                ushort hop = later == key.Time ? (ushort)(key.Hop + 1) : (ushort)0;
                Add(queue, new EventKey(later, hop, 1, EventSlot.OrderOf(i, 0)));
            }
        }

        Assert.Equal(20_000, left.Count);
        Assert.Equal(left.Order(), left);
    }

    [Fact]
    public void A_tie_ends_the_run()
    {
        var key = new EventKey(5, 0, 2, EventSlot.OrderOf(9, 0));
        EventQueue queue = Filled([key, key]);

        var failure = Assert.Throws<InvariantViolatedException>(() => Drain(queue));

        Assert.StartsWith("two events share the key", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_that_goes_backwards_ends_the_run()
    {
        EventQueue queue = Filled([new EventKey(5, 0, 2, 0)]);
        Drain(queue);
        Add(queue, new EventKey(4, 0, 2, 1));

        var failure = Assert.Throws<InvariantViolatedException>(() => Drain(queue));

        Assert.Contains("comes after", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_events_are_swept_out_when_they_outnumber_the_others()
    {
        var queue = new EventQueue(16);
        int[] slots = Enumerable.Range(0, 10_000)
            .Select(i => Add(queue, new EventKey(10_000 - i, 0, 1, (ulong)i)))
            .ToArray();

        foreach (int slot in slots.Take(9_000))
        {
            queue.Cancel(slot);
        }

        Assert.InRange(queue.Count, 1_000, 3_000);
        Assert.Equal(1, queue.SkipToLive());
        Assert.Equal(1_000, Drain(queue).Count);
    }

    [Fact]
    public void Nothing_at_or_after_the_end_of_a_window_leaves()
    {
        EventQueue queue = Filled([new EventKey(5, 0, 2, 0), new EventKey(6, 0, 2, 1)]);

        Assert.True(queue.TryDequeueBefore(6, out _));
        Assert.False(queue.TryDequeueBefore(6, out _));
        Assert.Equal(6, queue.SkipToLive());
    }

    private static ulong Order(int drawn) => EventSlot.OrderOf((ulong)drawn / 2, (byte)(drawn % 2));

    private static EventQueue Filled(IEnumerable<EventKey> keys)
    {
        var queue = new EventQueue(1);
        foreach (EventKey key in keys)
        {
            Add(queue, key);
        }

        return queue;
    }

    private static int Add(EventQueue queue, in EventKey key)
    {
        int slot = queue.Rent();
        queue[slot] = new EventSlot
        {
            Time = key.Time,
            Hop = key.Hop,
            Rank = key.Rank,
            Order = key.Order,
            Kind = EventKind.Message,
        };
        queue.Enqueue(slot);
        return slot;
    }

    private static List<EventKey> Drain(EventQueue queue)
    {
        var keys = new List<EventKey>();
        while (queue.TryDequeueBefore(long.MaxValue, out int slot))
        {
            if (queue[slot].Kind != EventKind.Cancelled)
            {
                keys.Add(queue[slot].Key);
            }

            queue.Release(slot);
        }

        return keys;
    }
}
