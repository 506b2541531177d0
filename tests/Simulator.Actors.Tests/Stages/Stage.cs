using System.Reflection;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Tests.Stages;

/// <summary>One actor, alone: the test plays everybody else. Jobs run at once unless held; timers when the test waits.</summary>
internal sealed class Stage : IActorContext
{
    private const int TheActor = 1_000;

    private readonly Func<Stage, IActor> create;
    private readonly List<(ActorRef To, Message Message)> told = [];
    private readonly List<Observation> observed = [];
    private readonly SortedDictionary<long, (SimTime Due, Message Message)> timers = [];
    private readonly Queue<(SimTime Due, Func<Message> Finish)> jobs = new();
    private readonly Dictionary<int, string> names = [];
    private IActor? actor;
    private long timersStarted;

    public Stage(string name, Func<Stage, IActor> create, ActorRef? self = null)
    {
        Name = name;
        Self = self ?? new(TheActor);
        Random = new KeyedRandom(7, 0, name);
        this.create = create;
        Deliver(new Started());
    }

    public SimTime Now { get; private set; }

    public ActorRef Self { get; }

    public string Name { get; }

    public HostRef Host { get; }

    public KeyedRandom Random { get; }

    /// <summary>Keeps jobs until <see cref="FinishJob"/>.</summary>
    public bool HoldsJobs { get; set; }

    public int JobsUnderWay => jobs.Count;

    /// <summary>Everything said since <see cref="Forget"/>.</summary>
    public IReadOnlyList<Observation> Observed => observed;

    public IReadOnlyList<(ActorRef To, Message Message)> Told => told;

    /// <summary>Timers that run, by when they are due.</summary>
    public IReadOnlyList<(SimTime Due, Message Message)> Timers => [.. timers.Values.OrderBy(timer => timer.Due)];

    public void Deliver(Message message, ActorRef? from = null)
    {
        actor ??= create(this);
        actor.Receive(new Envelope(from ?? Self, message, Now) { ArrivedAt = Now }, this);
        while (!HoldsJobs && jobs.Count > 0)
        {
            FinishJob();
        }
    }

    /// <summary>The oldest held job is done; the time is then when it would be.</summary>
    public void FinishJob()
    {
        (SimTime due, Func<Message> finish) = jobs.Dequeue();
        Now = SimTime.Max(Now, due);
        Deliver(finish());
    }

    /// <summary>Lets time pass and fires what falls due.</summary>
    public void Wait(SimDuration span)
    {
        SimTime end = Now + span;
        while (timers.Where(timer => timer.Value.Due <= end).OrderBy(timer => timer.Value.Due).ThenBy(timer => timer.Key)
            .Select(timer => (long?)timer.Key).FirstOrDefault() is { } next)
        {
            (SimTime due, Message message) = timers[next];
            timers.Remove(next);
            Now = SimTime.Max(Now, due);
            Deliver(message);
        }

        Now = SimTime.Max(Now, end);
    }

    /// <summary>The host crashes and comes back with the actor's memory, but without timers and jobs.</summary>
    public void Restart()
    {
        timers.Clear();
        jobs.Clear();
        Deliver(new Restarted(RestartState.Kept));
    }

    /// <summary>The one message of this type that was sent since <see cref="Forget"/>.</summary>
    public T Sent<T>()
        where T : Message => Assert.Single(AllSent<T>());

    public IReadOnlyList<T> AllSent<T>()
        where T : Message => [.. told.Select(sent => sent.Message).OfType<T>()];

    /// <summary>The one observation of this type since <see cref="Forget"/>.</summary>
    public T Said<T>()
        where T : Observation => Assert.Single(AllSaid<T>());

    public IReadOnlyList<T> AllSaid<T>()
        where T : Observation => [.. observed.OfType<T>()];

    public void Forget()
    {
        told.Clear();
        observed.Clear();
    }

    public void Call(ActorRef other, string name) => names[other.Index] = name;

    public string NameOf(ActorRef other) => names.TryGetValue(other.Index, out string? known) ? known : $"actor {other.Index}";

    public void Tell(ActorRef to, Message message) => told.Add((to, message));

    public void Tell(ActorRef to, Message message, SimDuration after) => told.Add((to, message));

    public TimerId StartTimer(SimDuration delay, Message message)
    {
        timers.Add(++timersStarted, (Now + delay, message));
        return Timer(timersStarted);
    }

    public void CancelTimer(TimerId timer)
    {
        long[] cancelled = [.. timers.Keys.Where(key => Timer(key) == timer)];
        Assert.All(cancelled, key => timers.Remove(key));
    }

    public void Occupy(SimDuration span)
    {
    }

    public void StartJob<T>(JobKey? shared, Func<T> compute, SimDuration serviceTime, Func<T, Message> completed) =>
        jobs.Enqueue((Now + serviceTime, () => completed(compute())));

    public void StartJob<T>(
        JobKey? shared, Func<T> compute, SimDuration atLeast, Func<T, SimDuration> serviceTime, Func<T, Message> completed) =>
        jobs.Enqueue((Now + atLeast, () => completed(compute())));

    public void Observe(Observation observation) => observed.Add(observation);

    // Only the kernel makes timer ids; a stage stands in for it.
    private static TimerId Timer(long number) => (TimerId)Activator.CreateInstance(
        typeof(TimerId), BindingFlags.Instance | BindingFlags.NonPublic, null, [0, number], null)!;
}
