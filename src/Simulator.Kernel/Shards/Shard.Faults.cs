namespace Simulator.Kernel;

/// <summary>Crashes, restarts, and what is dropped or vanishes.</summary>
internal sealed partial class Shard
{
    private void Disturb(int index)
    {
        ref EventSlot slot = ref queue[index];
        HostCell host = World.Hosts[slot.To];
        var restarted = slot.Payload as Restarted;
        queue.Release(index);
        if (restarted is null && !host.IsDown)
        {
            TakeDown(host);
        }
        else if (restarted is not null && host.IsDown)
        {
            BringUp(host, restarted);
        }
    }

    private void TakeDown(HostCell host)
    {
        host.GoDown();
        Observe(host.Name, ActorRef.World, new HostCrashed());
        foreach (ActorCell cell in host.Actors)
        {
            while (cell.Mailbox is { Count: > 0 } mailbox)
            {
                Vanish(mailbox.TakeFirst(queue));
            }

            cell.GoDown();
        }
    }

    private void BringUp(HostCell host, Restarted message)
    {
        host.ComeUp();
        Observe(host.Name, ActorRef.World, new HostRestarted(message.State));
        foreach (ActorCell cell in host.Actors)
        {
            cell.IsDown = false;
            if (message.State == RestartState.Lost)
            {
                cell.Create();
            }

            // Within the restart itself: nothing that arrives at this instant may find an actor that does not know yet.
            Handle(Fill(EventKind.Local, cell, cell.Self.Index, NextOrder(cell), Now, message), cell);
        }
    }

    private void Drop(int index, ActorCell cell, DropReason reason)
    {
        ref EventSlot slot = ref queue[index];
        ushort type = ((Message)slot.Payload!).TypeNumber;
        var dropped = new MessageDropped(reason, new ActorRef(slot.From), cell.Self, type);
        queue.Release(index);
        if (reason == DropReason.HostDown)
        {
            Counters.DroppedHostDown++;
        }
        else
        {
            Counters.DroppedMailboxFull++;
        }

        Observe(cell.Name, cell.Self, dropped);
    }

    private void Vanish(int index)
    {
        Counters.Vanished++;
        queue.Release(index);
    }
}
