namespace Simulator.Kernel;

/// <summary>What all shards of a run share: who lives where, and the links between them.</summary>
internal sealed class World
{
    public World(
        KernelSettings settings,
        MessageCatalogue catalogue,
        IObservationSink sink,
        IShardTransport transport,
        ILinkPolicy? links,
        ILinkDisturbances? disturbances,
        List<string> hosts,
        List<ActorPlan> plans)
    {
        Settings = settings;
        Catalogue = catalogue;
        Sink = sink;
        Transport = transport;
        Disturbances = disturbances;
        Hosts = hosts.Select((name, i) => new HostCell(new HostRef(i), name, ShardOf(name))).ToArray();
        Links = new LinkTable(links, Hosts);
        Actors = new ActorCell[plans.Count];
        HostOf = plans.Select(static plan => plan.Host).ToArray();
        ByRank = MakeActors(plans);
        Jobs = new JobPool(settings.WorkerThreads);
        Shared = new SharedJobs(settings.SharedJobCapacity);
    }

    public KernelSettings Settings { get; }

    public MessageCatalogue Catalogue { get; }

    public IObservationSink Sink { get; }

    public IShardTransport Transport { get; }

    public ILinkDisturbances? Disturbances { get; }

    public LinkTable Links { get; }

    public HostCell[] Hosts { get; }

    /// <summary>By <see cref="ActorRef.Index"/>.</summary>
    public ActorCell[] Actors { get; }

    /// <summary>Index of each actor's host.</summary>
    public int[] HostOf { get; }

    /// <summary>In ordinal order of names.</summary>
    public ActorCell[] ByRank { get; }

    public JobPool Jobs { get; }

    public SharedJobs Shared { get; }

    public string NameOf(ActorRef actor) => actor.IsWorld ? "world" : Actors[actor.Index].Name;

    private int ShardOf(string host) => (int)(StableHash.OfText(host) % (ulong)Transport.ShardCount);

    private ActorCell[] MakeActors(List<ActorPlan> plans)
    {
        int[] order = Enumerable.Range(0, plans.Count).ToArray();
        Array.Sort(plans.Select(static plan => plan.Name).ToArray(), order, StringComparer.Ordinal);
        var byRank = new ActorCell[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            ActorPlan plan = plans[order[i]];
            HostCell host = Hosts[plan.Host];
            var random = new KeyedRandom(Settings.Seed, Settings.Replication, plan.Name);
            byRank[i] = new ActorCell(new ActorRef(order[i]), plan, host, (uint)i + 1, random);
            Actors[order[i]] = byRank[i];
            host.Actors.Add(byRank[i]);
        }

        return byRank;
    }
}
