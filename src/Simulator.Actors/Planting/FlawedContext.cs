using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Planting;

/// <summary>Everything an actor does goes through here; a planted bug overrides the one thing it spoils.</summary>
internal abstract class FlawedContext : IActorContext
{
    /// <summary>The real context; set before each message.</summary>
    public IActorContext Inner { get; set; } = null!;

    public SimTime Now => Inner.Now;

    public ActorRef Self => Inner.Self;

    public string Name => Inner.Name;

    public HostRef Host => Inner.Host;

    public KeyedRandom Random => Inner.Random;

    public string NameOf(ActorRef actor) => Inner.NameOf(actor);

    public virtual void Tell(ActorRef to, Message message) => Inner.Tell(to, message);

    public void Tell(ActorRef to, Message message, SimDuration after) => Inner.Tell(to, message, after);

    public TimerId StartTimer(SimDuration delay, Message message) => Inner.StartTimer(delay, message);

    public void CancelTimer(TimerId timer) => Inner.CancelTimer(timer);

    public void Occupy(SimDuration span) => Inner.Occupy(span);

    public void StartJob<T>(JobKey? shared, Func<T> compute, SimDuration serviceTime, Func<T, Message> completed) =>
        Inner.StartJob(shared, compute, serviceTime, completed);

    public void StartJob<T>(
        JobKey? shared,
        Func<T> compute,
        SimDuration atLeast,
        Func<T, SimDuration> serviceTime,
        Func<T, Message> completed) => Inner.StartJob(shared, compute, atLeast, serviceTime, completed);

    public virtual void Observe(Observation observation) => Inner.Observe(observation);
}
