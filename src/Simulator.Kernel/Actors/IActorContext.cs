namespace Simulator.Kernel;

/// <summary>All that an actor may know and do while it handles a message.</summary>
public interface IActorContext
{
    SimTime Now { get; }

    ActorRef Self { get; }

    /// <summary>This actor's unique, stable name.</summary>
    string Name { get; }

    HostRef Host { get; }

    /// <summary>Randomness keyed by (seed, replication, this actor's name).</summary>
    KeyedRandom Random { get; }

    /// <summary>The name of any actor of the world; <c>world</c> for <see cref="ActorRef.World"/>.</summary>
    string NameOf(ActorRef actor);

    /// <summary>
    /// Sends. On the same host it arrives now, one hop later; otherwise the link decides when, and whether.
    /// </summary>
    void Tell(ActorRef to, Message message);

    /// <summary>
    /// Sends after holding the message here for <paramref name="after"/>; a crash meanwhile loses it.
    /// </summary>
    /// <param name="to">The receiver.</param>
    /// <param name="message">Immutable from here on.</param>
    /// <param name="after">≥ 0.</param>
    void Tell(ActorRef to, Message message, SimDuration after);

    /// <summary>
    /// Delivers <paramref name="message"/> to this actor, from itself, after <paramref name="delay"/> ≥ 0.
    /// </summary>
    TimerId StartTimer(SimDuration delay, Message message);

    /// <summary>Stops a timer; nothing happens when it has fired, was cancelled or vanished in a crash.</summary>
    void CancelTimer(TimerId timer);

    /// <summary>
    /// Keeps this actor busy for <paramref name="span"/> ≥ 0 (added to what is left of an earlier span).
    /// </summary>
    /// <remarks>
    /// Whatever arrives meanwhile waits in the mailbox and is handled in order of arrival once it is free.
    /// </remarks>
    void Occupy(SimDuration span);

    /// <summary>Pure work on worker threads; the completion message comes to this actor at Now + serviceTime.</summary>
    /// <param name="shared">
    /// Content key: work of equal key is computed once per run but charged to each; null = never shared.
    /// </param>
    /// <param name="compute">A pure function; it runs on another thread while virtual time goes on.</param>
    /// <param name="serviceTime">Virtual time the work takes; ≥ 0.</param>
    /// <param name="completed">Makes the message from the result; called at the completion instant.</param>
    void StartJob<T>(JobKey? shared, Func<T> compute, SimDuration serviceTime, Func<T, Message> completed);

    /// <summary>
    /// As above with a service time that depends on the result and is at least <paramref name="atLeast"/>.
    /// </summary>
    /// <param name="shared">As above.</param>
    /// <param name="compute">As above.</param>
    /// <param name="atLeast">&gt; 0; the kernel waits for the result only at Now + atLeast.</param>
    /// <param name="serviceTime">≥ atLeast, otherwise the run ends: the bound was a lie.</param>
    /// <param name="completed">As above.</param>
    void StartJob<T>(
        JobKey? shared,
        Func<T> compute,
        SimDuration atLeast,
        Func<T, SimDuration> serviceTime,
        Func<T, Message> completed);

    /// <summary>Says something aloud; delivered to the sink in the total order of events.</summary>
    void Observe(Observation observation);
}
