namespace Simulator.Kernel;

/// <summary>What one shard said during a window, with the keys that place it among what the others said.</summary>
internal sealed class ShardLog
{
    private readonly List<Line> lines = [];
    private int read;

    public void Add(in EventKey key, in ObservedFact fact) => lines.Add(new Line(key, fact, default));

    public void Add(in EventKey key, in HandledEvent handled) => lines.Add(new Line(key, default, handled));

    /// <summary>Delivers all logs' lines in the total order of events and empties them.</summary>
    public static void Merge(IReadOnlyList<ShardLog> logs, IObservationSink sink, IEventTrace? trace)
    {
        while (Earliest(logs) is { } log)
        {
            Line line = log.lines[log.read++];
            if (line.Fact.What is not null)
            {
                sink.Receive(line.Fact);
            }
            else
            {
                trace!.Handled(line.Handled);
            }
        }

        foreach (ShardLog log in logs)
        {
            log.lines.Clear();
            log.read = 0;
        }
    }

    private static ShardLog? Earliest(IReadOnlyList<ShardLog> logs)
    {
        ShardLog? earliest = null;
        foreach (ShardLog log in logs)
        {
            if (log.read < log.lines.Count && (earliest is null || log.Next.CompareTo(earliest.Next) < 0))
            {
                earliest = log;
            }
        }

        return earliest;
    }

    private EventKey Next => lines[read].Key;

    private readonly record struct Line(EventKey Key, ObservedFact Fact, HandledEvent Handled);
}
