namespace Simulator.Kernel;

/// <summary>Messages from one shard to another, held until the window's end.</summary>
internal sealed class Outbox(ShardExchangeMode mode)
{
    private readonly List<EventSlot> slots = [];
    private byte[] frames = [];
    private int length;

    public ReadOnlyMemory<byte> Frames => frames.AsMemory(0, length);

    public bool IsEmpty => slots.Count == 0 && length == 0;

    public void Add(in EventSlot slot)
    {
        if (mode == ShardExchangeMode.ByReference)
        {
            slots.Add(slot);
        }
        else
        {
            EventFrame.Write(ref frames, ref length, slot);
        }
    }

    public void DeliverTo(Shard target)
    {
        foreach (EventSlot slot in slots)
        {
            target.Accept(slot);
        }

        target.AcceptFrames(Frames);
        Clear();
    }

    public void Clear()
    {
        slots.Clear();
        length = 0;
    }
}
