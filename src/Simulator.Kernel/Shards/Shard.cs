namespace Simulator.Kernel;

/// <summary>A part of the world with a queue of its own; handles its events in their total order.</summary>
internal sealed partial class Shard : IDisposable
{
    private readonly EventQueue queue = new();
    private readonly DigestLog? digest;
    private readonly ActorCell[] actors;
    private readonly int[] hostOf;
    private readonly ShardLog? log;
    private readonly Outbox[] outboxes;
    private readonly IEventTrace? trace;
    private readonly MessageCheck check;
    private readonly int hopLimit;
    private readonly int number;
    private readonly SimDuration lookahead;
    private byte[] scratch = new byte[1_024];
    private ActorCell? running;

    /// <summary>Key of the event being handled.</summary>
    private EventKey current = EventKey.None;

    public Shard(World world, int number, ShardLog? log, SimDuration lookahead)
    {
        World = world;
        this.number = number;
        this.log = log;
        this.lookahead = lookahead;
        outboxes = new Outbox[world.Transport.ShardCount];
        for (int i = 0; i < outboxes.Length; i++)
        {
            bool isLocal = world.Transport.IsLocal(i);
            outboxes[i] = new Outbox(isLocal ? world.Settings.ExchangeMode : ShardExchangeMode.ThroughCodec);
        }

        digest = world.Settings.Digest ? new DigestLog(world.Actors.Length) : null;
        actors = world.Actors;
        hostOf = world.HostOf;
        trace = world.Settings.Trace;
        hopLimit = world.Settings.HopLimit;
        check = new MessageCheck(world.Catalogue, world.Settings.CheckEveryMessage);
    }

    public World World { get; }

    public int Number => number;

    /// <summary>Nanoseconds since the start.</summary>
    public long Now { get; private set; }

    public ShardCounters Counters { get; } = new();

    public SimTime NextEvent => new(queue.SkipToLive());

    public IReadOnlyList<Outbox> Outboxes => outboxes;

    /// <summary>Handles events before <paramref name="end"/>, at most <paramref name="most"/> of them.</summary>
    /// <returns>Whether none before the end is left.</returns>
    public bool RunBefore(long end, int most)
    {
        try
        {
            for (int i = 0; i < most; i++)
            {
                if (!queue.TryDequeueBefore(end, out int slot))
                {
                    return true;
                }

                HandleNext(slot);
            }

            return false;
        }
        catch (Exception exception) when (exception is not SimulationFailedException)
        {
            throw Failure(exception);
        }
    }

    /// <summary>An event from another shard of this process.</summary>
    public void Accept(in EventSlot arriving)
    {
        int slot = queue.Rent();
        queue[slot] = arriving;
        queue.Enqueue(slot);
    }

    /// <summary>Events from elsewhere in binary.</summary>
    public void AcceptFrames(ReadOnlyMemory<byte> frames)
    {
        ReadOnlySpan<byte> rest = frames.Span;
        while (!rest.IsEmpty)
        {
            var slot = default(EventSlot);
            rest = EventFrame.Read(rest, World.Catalogue, ref slot);
            slot.Rank = World.Actors[slot.From].Rank;
            Accept(slot);
        }
    }

    public void Dispose() => digest?.Dispose();

    /// <summary>The actor's hash over all it has handled so far.</summary>
    public void HashOf(ActorCell cell, Span<byte> hash) => digest!.HashOf(cell.Self.Index, hash);

    public void Observe(string name, ActorRef source, Observation observation)
    {
        var fact = new ObservedFact(new SimTime(Now), name, observation, source);
        if (log is null)
        {
            World.Sink.Receive(fact);
        }
        else
        {
            log.Add(current, fact);
        }
    }

    private SimulationFailedException Failure(Exception exception)
    {
        string actor = running?.Name ?? string.Empty;
        string place = actor.Length == 0 ? string.Empty : $" in {actor}";
        string what = $"a bug ended the run at {new SimTime(Now)}{place}: {exception.Message}";
        return new SimulationFailedException(what, exception)
        {
            Actor = actor,
            At = new SimTime(Now),
            Seed = World.Settings.Seed,
            Replication = World.Settings.Replication,
            LastEvents = digest?.DescribeLast(World) ?? [],
        };
    }
}
