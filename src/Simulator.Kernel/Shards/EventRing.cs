namespace Simulator.Kernel;

/// <summary>The last handled events, for whoever has to explain a bug.</summary>
internal sealed class EventRing
{
    private const int Size = 32;

    private readonly HandledEvent[] ring = new HandledEvent[Size];
    private ulong count;

    public void Add(in HandledEvent handled) => ring[unchecked((int)(count++ % Size))] = handled;

    /// <summary>Oldest first, one line each.</summary>
    public List<string> Describe(World world)
    {
        var lines = new List<string>();
        for (ulong i = count > Size ? count - Size : 0; i < count; i++)
        {
            HandledEvent handled = ring[i % Size];
            lines.Add(
                $"{handled.At} hop {handled.Hop}: {world.NameOf(handled.Sender)} #{handled.Sequence}.{handled.Copy} -> "
                + $"{world.NameOf(handled.Receiver)}, type {handled.TypeNumber}");
        }

        return lines;
    }
}
