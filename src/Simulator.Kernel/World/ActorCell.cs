using System.Runtime.CompilerServices;

namespace Simulator.Kernel;

/// <summary>An actor at run time, and the context it acts through.</summary>
internal sealed class ActorCell : IActorContext
{
    public ulong NextSequence;

    /// <summary>Busy before this instant.</summary>
    public long BusyUntil;

    /// <summary>Crashes of its host so far; local events of an earlier epoch have vanished.</summary>
    public int Epoch;

    /// <summary>Whether its host is down; here as well so that handling a message need not look there.</summary>
    public bool IsDown;

    /// <summary>Null until the actor is busy for the first time.</summary>
    public Mailbox? Mailbox;
    private readonly Func<IActor> create;

    public ActorCell(ActorRef self, in ActorPlan plan, HostCell host, uint rank, KeyedRandom random)
    {
        Self = self;
        Name = plan.Name;
        create = plan.Create;
        MailboxSettings = plan.Mailbox;
        HostCell = host;
        Rank = rank;
        Random = random;
    }

    public ActorRef Self { get; }

    public string Name { get; }

    public KeyedRandom Random { get; }

    public MailboxSettings MailboxSettings { get; }

    public HostCell HostCell { get; }

    /// <summary>1 + place among all actors in ordinal order of names.</summary>
    public uint Rank { get; }

    public HostRef Host => HostCell.Self;

    public SimTime Now => new(Shard.Now);

    /// <summary>Null for an actor that lives in another process.</summary>
    public IActor? Actor { get; private set; }

    /// <summary>Where it is run; set for local actors.</summary>
    public Shard Shard { get; set; } = null!;

    public string NameOf(ActorRef actor) => Shard.World.NameOf(actor);

    public void Tell(ActorRef to, Message message) => Shard.Tell(this, to, message, 0);

    public void Tell(ActorRef to, Message message, SimDuration after) =>
        Shard.Tell(this, to, message, after.Nanoseconds);

    public TimerId StartTimer(SimDuration delay, Message message) => Shard.StartTimer(this, delay, message);

    public void CancelTimer(TimerId timer) => Shard.CancelTimer(this, timer);

    public void Occupy(SimDuration span)
    {
        Invariant.That(span.Nanoseconds >= 0);
        Mailbox ??= new Mailbox();
        BusyUntil = Math.Max(BusyUntil, Shard.Now) + span.Nanoseconds;
    }

    public void StartJob<T>(JobKey? shared, Func<T> compute, SimDuration serviceTime, Func<T, Message> completed)
    {
        Invariant.That(serviceTime.Nanoseconds >= 0);
        var job = new PendingJob<T>(Shard.WorkFor(shared, compute), null, completed) { StartedAt = Now };
        Shard.StartJob(this, EventKind.JobDone, serviceTime, job);
    }

    public void StartJob<T>(
        JobKey? shared,
        Func<T> compute,
        SimDuration atLeast,
        Func<T, SimDuration> serviceTime,
        Func<T, Message> completed)
    {
        Invariant.That(atLeast.Nanoseconds > 0);
        var job = new PendingJob<T>(Shard.WorkFor(shared, compute), serviceTime, completed)
        {
            StartedAt = Now,
            AtLeast = atLeast,
        };
        Shard.StartJob(this, EventKind.JobBound, atLeast, job);
    }

    public void Observe(Observation observation) => Shard.Observe(Name, Self, observation);

    /// <summary>Whatever it was at or waited for has vanished.</summary>
    public void GoDown()
    {
        IsDown = true;
        Epoch++;
        BusyUntil = 0;
        if (Mailbox is not null)
        {
            Mailbox.IsWakeDue = false;
        }
    }

    /// <summary>Starts to fetch what handling a message needs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchAhead()
    {
        CacheLine.Fetch(ref BusyUntil);
        CacheLine.Fetch(ref Mailbox);
    }

    /// <summary>Makes the actor, or a fresh one after a crash that lost its state.</summary>
    public void Create() =>
        Actor = create() ?? throw new InvariantViolatedException($"no actor was created for {Name}");
}
