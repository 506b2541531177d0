namespace Simulator.Kernel;

/// <summary>Describes a world: hosts, actors on them, links between them, what happens to hosts.</summary>
/// <remarks>
/// Used once. Bad arguments throw <see cref="ArgumentException"/>: a world is made by code, not by a user.
/// </remarks>
public sealed class WorldBuilder
{
    private readonly KernelSettings settings;
    private readonly List<string> hosts = [];
    private readonly List<ActorPlan> actors = [];
    private readonly HashSet<string> hostNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> actorNames = new(StringComparer.Ordinal);
    private readonly List<WorldEvent> script = [];
    private ILinkPolicy? links;
    private ILinkDisturbances? disturbances;

    public WorldBuilder(KernelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        this.settings = settings;
    }

    /// <param name="name">Unique; decides the shard.</param>
    public HostRef AddHost(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!hostNames.Add(name))
        {
            throw new ArgumentException($"two hosts are named {name}");
        }

        hosts.Add(name);
        return new HostRef(hosts.Count - 1);
    }

    /// <summary>The host added under a name.</summary>
    public HostRef HostNamed(string name)
    {
        int index = hosts.IndexOf(name);
        ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(name));
        return new HostRef(index);
    }

    /// <summary>Names of all hosts added so far, in the order of adding.</summary>
    public IReadOnlyList<string> HostNames => hosts;

    /// <param name="host">Where it lives.</param>
    /// <param name="name">Unique and stable: it keys the actor's randomness and its place among senders.</param>
    /// <param name="create">Makes the actor, at the start and after a crash that loses state.</param>
    /// <param name="mailbox">Null is <see cref="MailboxSettings.Default"/>.</param>
    public ActorRef AddActor(HostRef host, string name, Func<IActor> create, MailboxSettings? mailbox = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        CheckHost(host);
        if (!actorNames.Add(name))
        {
            throw new ArgumentException($"two actors are named {name}");
        }

        actors.Add(new ActorPlan(host.Index, name, create, mailbox ?? MailboxSettings.Default));
        return new ActorRef(actors.Count - 1);
    }

    /// <summary>Needed as soon as actors on different hosts talk.</summary>
    public void SetLinks(ILinkPolicy policy) => links = policy;

    public void SetDisturbances(ILinkDisturbances faults) => disturbances = faults;

    /// <summary>A message from the world itself, by no link; dropped if the host is down then.</summary>
    public void SendAtStart(ActorRef to, Message message, SimTime at = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentOutOfRangeException.ThrowIfNegative(at.NanosecondsSinceStart, nameof(at));
        ArgumentOutOfRangeException.ThrowIfNegative(to.Index, nameof(to));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(to.Index, actors.Count, nameof(to));
        script.Add(new WorldEvent(EventKind.Message, at, to.Index, message));
    }

    /// <summary>Takes a host down; nothing happens if it is down already.</summary>
    public void Crash(HostRef host, SimTime at)
    {
        CheckHost(host);
        ArgumentOutOfRangeException.ThrowIfNegative(at.NanosecondsSinceStart, nameof(at));
        script.Add(new WorldEvent(EventKind.Crash, at, host.Index, null));
    }

    /// <summary>Brings a host up again; nothing happens if it is up already.</summary>
    public void Restart(HostRef host, SimTime at, RestartState state)
    {
        CheckHost(host);
        ArgumentOutOfRangeException.ThrowIfNegative(at.NanosecondsSinceStart, nameof(at));
        ArgumentOutOfRangeException.ThrowIfEqual((int)state, (int)RestartState.Unset, nameof(state));
        script.Add(new WorldEvent(EventKind.Restart, at, host.Index, new Restarted(state)));
    }

    /// <summary>The world at time 0, every actor created and about to receive <see cref="Started"/>.</summary>
    public Simulation Build(MessageCatalogue catalogue, IObservationSink sink) =>
        Build(catalogue, sink, new SingleProcess(settings.Shards));

    /// <summary>As above with the shards spread over processes that <paramref name="transport"/> joins.</summary>
    public Simulation Build(MessageCatalogue catalogue, IObservationSink sink, IShardTransport transport)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentNullException.ThrowIfNull(transport);
        var world = new World(settings, catalogue, sink, transport, links, disturbances, hosts, actors);
        return new Simulation(world, script);
    }

    private void CheckHost(HostRef host)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(host.Index, nameof(host));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(host.Index, hosts.Count, nameof(host));
    }
}
