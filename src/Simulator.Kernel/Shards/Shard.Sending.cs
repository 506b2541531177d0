namespace Simulator.Kernel;

/// <summary>What actors start: messages, timers, jobs.</summary>
internal sealed partial class Shard
{
    private static readonly DrawPurpose LatencyDraw = new("kernel.link.latency");
    private static readonly DrawPurpose LossDraw = new("kernel.link.loss");
    private static readonly DrawPurpose DisturbanceDraw = new("kernel.link.disturbance");
    private static readonly DrawPurpose DuplicationDraw = new("kernel.link.duplication");

    public void Tell(ActorCell cell, ActorRef to, Message message, long after)
    {
        Invariant.That(after >= 0);
        Invariant.That(to.Index >= 0 && to.Index < hostOf.Length);
        ulong sequence = cell.NextSequence++;
        if (hostOf[to.Index] == cell.Host.Index)
        {
            Schedule(EventKind.Local, cell, to.Index, EventSlot.OrderOf(sequence, 0), Now + after, message);
        }
        else if (after > 0)
        {
            Schedule(EventKind.Departure, cell, to.Index, EventSlot.OrderOf(sequence, 0), Now + after, message);
        }
        else
        {
            Transmit(cell, to, message, sequence);
        }
    }

    public TimerId StartTimer(ActorCell cell, SimDuration delay, Message message)
    {
        Invariant.That(delay.Nanoseconds >= 0);
        ulong sequence = cell.NextSequence++;
        ulong order = EventSlot.OrderOf(sequence, 0);
        int slot = Schedule(EventKind.Local, cell, cell.Self.Index, order, Now + delay.Nanoseconds, message);
        return new TimerId(slot, (long)sequence);
    }

    public void CancelTimer(ActorCell cell, TimerId timer)
    {
        int index = timer.SlotPlusOne - 1;
        if (index < 0)
        {
            return;
        }

        ref EventSlot slot = ref queue[index];
        bool waits = slot.Kind == EventKind.Local && slot.From == cell.Self.Index && slot.To == cell.Self.Index
            && slot.Order == EventSlot.OrderOf((ulong)timer.Sequence, 0);
        if (waits)
        {
            Counters.TimersCancelled++;
            queue.Cancel(index);
        }
    }

    /// <summary>The work itself: known already, or made and given to the workers.</summary>
    public Computation<T> WorkFor<T>(JobKey? shared, Func<T> compute)
    {
        Counters.JobsStarted++;
        if (shared is { } key && World.Shared.Find<T>(key) is { } known)
        {
            Counters.JobsShared++;
            return known;
        }

        var work = new Computation<T>(compute);
        if (shared is { } name)
        {
            World.Shared.Add(name, work);
        }

        World.Jobs.Submit(work);
        return work;
    }

    public void StartJob(ActorCell cell, EventKind kind, SimDuration delay, PendingJob job)
    {
        Schedule(kind, cell, cell.Self.Index, NextOrder(cell), Now + delay.Nanoseconds, job);
    }

    /// <summary>The first message of an actor of this shard.</summary>
    public void ScheduleStart(ActorCell cell)
    {
        Post(new EventSlot
        {
            Kind = EventKind.Local,
            Payload = Started.Instance,
            Order = NextOrder(cell),
            Rank = cell.Rank,
            From = cell.Self.Index,
            To = cell.Self.Index,
        });
    }

    /// <summary>A line of the world's script that concerns this shard.</summary>
    public void ScheduleScript(in WorldEvent line, ulong sequence) => Post(new EventSlot
    {
        Kind = line.Kind,
        Payload = line.Message,
        Time = line.At.NanosecondsSinceStart,
        SentAt = line.At.NanosecondsSinceStart,
        Order = EventSlot.OrderOf(sequence, 0),
        From = ActorRef.World.Index,
        To = line.Target,

        // The world speaks at time 0 only to actors that have started.
        Hop = line.Kind == EventKind.Message && line.At == SimTime.Start ? (ushort)1 : (ushort)0,
    });

    private void Post(in EventSlot filled)
    {
        int slot = queue.Rent();
        queue[slot] = filled;
        queue.Enqueue(slot);
    }

    /// <summary>An event on the actor's own host: zero delay raises the hop, any other starts at hop 0.</summary>
    private int Schedule(EventKind kind, ActorCell cell, int to, ulong order, long time, object? payload)
    {
        int index = Fill(kind, cell, to, order, time, payload);
        queue[index].Hop = time == Now ? NextHop() : (ushort)0;
        queue.Enqueue(index);
        return index;
    }

    private int Fill(EventKind kind, ActorCell cell, int to, ulong order, long time, object? payload)
    {
        int index = queue.Rent();
        ref EventSlot slot = ref queue[index];
        slot.Kind = kind;
        slot.Payload = payload;
        slot.Time = time;
        slot.SentAt = time;
        slot.Order = order;
        slot.Rank = cell.Rank;
        slot.From = cell.Self.Index;
        slot.To = to;
        slot.Epoch = cell.Epoch;
        return index;
    }

    private static ulong NextOrder(ActorCell cell) => EventSlot.OrderOf(cell.NextSequence++, 0);

    private ushort NextHop()
    {
        Invariant.That(current.Hop < hopLimit);
        return (ushort)(current.Hop + 1);
    }

    /// <summary>Gives a message to the link towards another host.</summary>
    private void Transmit(ActorCell sender, ActorRef receiver, Message message, ulong sequence)
    {
        Counters.Transmitted++;
        HostCell host = sender.HostCell;
        var target = new HostRef(hostOf[receiver.Index]);
        LinkSettings link = World.Links.Between(host.Self, target);
        LinkDisturbance disturbance = World.Disturbances?.At(host.Self, target, new SimTime(Now)) ?? default;
        long sent = Now;
        if (!link.BitRate.IsUnlimited)
        {
            sent = Math.Max(Now, host.LinkFreeAt);
            sent += link.BitRate.TransmissionTime(new ByteCount(message.WireBytes)).Nanoseconds;
            host.LinkFreeAt = sent;
        }

        Invariant.That(disturbance.ExtraDelay.Nanoseconds >= 0);
        sent += disturbance.ExtraDelay.Nanoseconds;
        Propagate(sender, receiver, message, sequence, link, sent, disturbance, 0);
        if (!link.Duplication.IsZero && sender.Random.Draw(DuplicationDraw, sequence).Chance(link.Duplication))
        {
            Counters.Duplicated++;
            Propagate(sender, receiver, message, sequence, link, sent, disturbance, 1);
        }
    }

    private void Propagate(
        ActorCell sender,
        ActorRef receiver,
        Message message,
        ulong sequence,
        LinkSettings link,
        long sent,
        in LinkDisturbance disturbance,
        byte copy)
    {
        if (IsLost(sender, sequence, link, disturbance, copy))
        {
            Counters.Lost++;
            var dropped = new MessageDropped(DropReason.LostOnLink, sender.Self, receiver, message.TypeNumber);
            Observe(sender.Name, sender.Self, dropped);
            return;
        }

        Draw draw = link.AboveMinimum.NeedsDraw ? sender.Random.Draw(LatencyDraw, sequence, copy) : default;
        long above = link.AboveMinimum.SpanOf(draw).Nanoseconds;
        long arrival = sent + link.MinimumLatency.Nanoseconds + above;
        int shard = outboxes.Length == 1 ? number : World.Hosts[hostOf[receiver.Index]].ShardNumber;
        int index = queue.Rent();
        ref EventSlot slot = ref queue[index];
        slot.Kind = EventKind.Message;
        slot.Payload = message;
        slot.Time = arrival;
        slot.SentAt = Now;
        slot.Order = EventSlot.OrderOf(sequence, copy);
        slot.Rank = sender.Rank;
        slot.From = sender.Self.Index;
        slot.To = receiver.Index;
        slot.Hop = 0;
        if (shard == number)
        {
            queue.Enqueue(index);
        }
        else
        {
            Invariant.That(link.MinimumLatency >= lookahead);
            outboxes[shard].Add(slot);
            queue.Release(index);
        }
    }

    private static bool IsLost(
        ActorCell sender,
        ulong sequence,
        LinkSettings link,
        in LinkDisturbance disturbance,
        byte copy) =>
        (!link.Loss.IsZero && sender.Random.Draw(LossDraw, sequence, copy).Chance(link.Loss))
        || (!disturbance.ExtraLoss.IsZero
            && sender.Random.Draw(DisturbanceDraw, sequence, copy).Chance(disturbance.ExtraLoss));
}
