namespace Simulator.Kernel;

/// <summary>What becomes of an event when its turn has come.</summary>
internal sealed partial class Shard
{
    private void HandleNext(int index)
    {
        ref EventSlot slot = ref queue[index];
        if (slot.Kind == EventKind.Cancelled)
        {
            // Whether it was swept out before must not show, so the clock does not move.
            queue.CountCancelledOut();
            queue.Release(index);
            return;
        }

        current = slot.Key;
        Now = slot.Time;
        FetchAhead();
        switch (slot.Kind)
        {
            case EventKind.Message:
            case EventKind.Local:
                Arrive(index);
                break;
            case EventKind.Departure:
                Depart(index);
                break;
            case EventKind.JobDone:
            case EventKind.JobBound:
                FinishJob(index);
                break;
            case EventKind.Wake:
                Wake(index);
                break;
            case EventKind.Crash:
            case EventKind.Restart:
                Disturb(index);
                break;
            default:
                throw Invariant.Unreachable(slot.Kind);
        }
    }

    /// <summary>Two events ahead, slots and cells; one ahead, what these point to. Only speed depends on it.</summary>
    private void FetchAhead()
    {
        int next = queue.FetchNext();
        if (next >= 0 && next < actors.Length)
        {
            CacheLine.Fetch(actors[next].Actor);
        }

        int nextButOne = queue.FetchNextButOne();
        if (nextButOne >= 0 && nextButOne < actors.Length)
        {
            actors[nextButOne].FetchAhead();
        }
    }

    private void Arrive(int index)
    {
        ref EventSlot slot = ref queue[index];
        ActorCell cell = actors[slot.To];
        if (slot.Kind == EventKind.Local && slot.Epoch != cell.Epoch)
        {
            Vanish(index);
        }
        else if (cell.IsDown)
        {
            Drop(index, cell, DropReason.HostDown);
        }
        else if (cell.Mailbox is not null && (cell.BusyUntil > Now || cell.Mailbox.Count > 0))
        {
            Wait(index, cell);
        }
        else
        {
            Handle(index, cell);
        }
    }

    /// <summary>Frees the slot and lets the actor handle what was in it.</summary>
    private void Handle(int index, ActorCell cell)
    {
        ref EventSlot slot = ref queue[index];
        var message = (Message)slot.Payload!;
        ushort type = message.TypeNumber;
        check.Check(message, type);
        ulong hash = 0;
        if (digest is not null)
        {
            hash = message.PayloadHash(ref scratch);
            digest.Add(slot.To, new DigestRecord(Now, current.Hop, type, slot.Rank, slot.Order, hash));
        }

        long sequence = (long)(slot.Order >> 8);
        byte copy = unchecked((byte)slot.Order);
        var sender = new ActorRef(slot.From);
        var envelope = new Envelope(sender, message, new SimTime(slot.SentAt))
        {
            ArrivedAt = new SimTime(slot.Time),
            Sequence = sequence,
            Copy = copy,
        };
        queue.Release(index);
        Counters.Handled++;
        if (trace is not null)
        {
            Report(new HandledEvent(new SimTime(Now), current.Hop, sender, sequence, copy, cell.Self, type, hash));
        }

        running = cell;
        cell.Actor!.Receive(envelope, cell);
        running = null;
    }

    private void Report(in HandledEvent handled)
    {
        if (log is null)
        {
            trace!.Handled(handled);
        }
        else
        {
            log.Add(current, handled);
        }
    }

    private void Wait(int index, ActorCell cell)
    {
        ref EventSlot slot = ref queue[index];
        Mailbox mailbox = cell.Mailbox!;
        if (Mailbox.IsBounded(slot) && mailbox.Bounded >= cell.MailboxSettings.Capacity)
        {
            if (cell.MailboxSettings.Policy == MailboxPolicy.RefuseNewest)
            {
                Drop(index, cell, DropReason.MailboxFull);
                return;
            }

            Drop(mailbox.TakeOldestBounded(queue), cell, DropReason.MailboxFull);
        }

        mailbox.Append(queue, index);
        ScheduleWake(cell, mailbox);
    }

    private void ScheduleWake(ActorCell cell, Mailbox mailbox)
    {
        if (mailbox.IsWakeDue || mailbox.Count == 0)
        {
            return;
        }

        // Wakes have numbers of their own, so that being busy does not shift the actor's message sequence.
        ulong order = EventSlot.OrderOf(mailbox.NumberWake(), byte.MaxValue);
        Schedule(EventKind.Wake, cell, cell.Self.Index, order, Math.Max(cell.BusyUntil, Now), null);
    }

    private void Wake(int index)
    {
        ref EventSlot slot = ref queue[index];
        ActorCell cell = World.Actors[slot.To];
        bool vanished = slot.Epoch != cell.Epoch;
        queue.Release(index);
        if (vanished)
        {
            return;
        }

        Mailbox mailbox = cell.Mailbox!;
        mailbox.IsWakeDue = false;
        while (mailbox.Count > 0 && cell.BusyUntil <= Now)
        {
            int waiting = mailbox.TakeFirst(queue);
            if (queue[waiting].Kind == EventKind.Cancelled)
            {
                queue.Release(waiting);
            }
            else
            {
                Handle(waiting, cell);
            }
        }

        ScheduleWake(cell, mailbox);
    }

    private void Depart(int index)
    {
        ref EventSlot slot = ref queue[index];
        ActorCell sender = World.Actors[slot.From];
        var receiver = new ActorRef(slot.To);
        var message = (Message)slot.Payload!;
        ulong sequence = slot.Order >> 8;
        if (slot.Epoch != sender.Epoch)
        {
            Vanish(index);
            return;
        }

        queue.Release(index);
        Transmit(sender, receiver, message, sequence);
    }

    private void FinishJob(int index)
    {
        ref EventSlot slot = ref queue[index];
        ActorCell cell = World.Actors[slot.To];
        if (slot.Epoch != cell.Epoch)
        {
            Vanish(index);
            return;
        }

        running = cell;
        var job = (PendingJob)slot.Payload!;
        World.Jobs.Await(job.Work);
        if (slot.Kind == EventKind.JobBound)
        {
            SimTime due = job.StartedAt + job.ServiceTime();
            slot = ref queue[index];
            if (due.NanosecondsSinceStart > Now)
            {
                slot.Kind = EventKind.JobDone;
                slot.Time = due.NanosecondsSinceStart;
                slot.Hop = 0;
                queue.Enqueue(index);
                running = null;
                return;
            }
        }

        Message message = job.Complete();
        slot = ref queue[index];
        slot.Kind = EventKind.Local;
        slot.Payload = message;
        running = null;
        Arrive(index);
    }
}
