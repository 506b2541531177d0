namespace Simulator.Kernel.Tests.Hosts;

public sealed class CrashTests
{
    private static readonly SimTime Down = SimTime.Start + SimDuration.FromSeconds(10);
    private static readonly SimTime Up = SimTime.Start + SimDuration.FromSeconds(20);

    [Theory]
    [InlineData(RestartState.Kept, "20000000000 counter: Restarted after 1", 1)]
    [InlineData(RestartState.Lost, "20000000000 counter: Restarted after 0", 2)]
    public void A_restarted_actor_remembers_what_the_fault_says(RestartState state, string expected, int created)
    {
        var world = new TestWorld();
        int made = 0;
        HostRef host = world.Builder.AddHost("host");
        world.Builder.AddActor(host, "counter", () =>
        {
            made++;
            int handled = 0;
            return new Behaviour((envelope, context) =>
                context.Observe(new Said($"{envelope.Message.GetType().Name} after {handled++}")));
        });
        world.Builder.Crash(host, Down);
        world.Builder.Restart(host, Up, state);

        world.Run();

        Assert.Equal(["0 counter: Started after 0", expected], world.Notebook.Lines);
        Assert.Equal(created, made);
        Assert.Single(world.Notebook.All<HostCrashed>());
        Assert.Equal([new HostRestarted(state)], world.Notebook.All<HostRestarted>());
    }

    [Fact]
    public void Timers_jobs_and_held_messages_vanish_in_a_crash()
    {
        var world = new TestWorld();
        ActorRef peer = world.Add("peer", Say);
        HostRef host = world.Builder.AddHost("host");
        world.Builder.AddActor(host, "victim", () => new Behaviour((envelope, context) =>
        {
            Say(envelope, context);
            if (envelope.Message is Started)
            {
                SimDuration late = SimDuration.FromSeconds(15);
                context.StartTimer(late, new Ping(1));
                context.Tell(peer, new Ping(2), late);
                context.StartJob(null, static () => 3UL, late, static result => new Ping(result));
                context.StartJob(null, static () => 4UL, late, _ => late, static result => new Ping(result));
            }
        }));
        world.Builder.SetLinks(new UniformLinks(TestWorld.Link()));
        world.Builder.Crash(host, Down);
        world.Builder.Restart(host, Up, RestartState.Kept);

        RunOutcome outcome = world.Run();

        Assert.Equal(["0 peer: Started", "0 victim: Started", "20000000000 victim: Restarted"], world.Notebook.Lines);
        Assert.Equal(4, outcome.Counters.Vanished);
    }

    [Fact]
    public void What_arrives_while_the_host_is_down_is_dropped_and_observed_and_what_arrives_later_is_not()
    {
        var world = new TestWorld();
        HostRef host = world.Builder.AddHost("host");
        ActorRef victim = world.Builder.AddActor(host, "victim", () => new Behaviour(Say));
        ActorRef sender = world.Add("sender", (_, context) =>
        {
            context.Tell(victim, new Ping(0));
            context.StartTimer(SimDuration.FromSeconds(9), new Ping(0));
        });
        world.Builder.SetLinks(new UniformLinks(TestWorld.Link(2_000)));
        world.Builder.Crash(host, Down);
        world.Builder.Restart(host, Up, RestartState.Kept);

        RunOutcome outcome = world.Run(SimDuration.FromSeconds(21));

        // Sent at 0, 9 and 18 s: arrives at 2 s, at 11 s (down), and at 20 s, at the restart's instant but after it.
        Assert.Equal(
            [
                "0 victim: Started", "2000000000 victim: Ping", "20000000000 victim: Restarted",
                "20000000000 victim: Ping",
            ],
            world.Notebook.Lines);
        Assert.Equal(
            [new MessageDropped(DropReason.HostDown, sender, victim, 100)],
            world.Notebook.All<MessageDropped>());
        Assert.Equal(1, outcome.Counters.DroppedHostDown);
    }

    [Fact]
    public void What_waits_in_a_mailbox_vanishes_in_a_crash_and_the_actor_is_free_afterwards()
    {
        var world = new TestWorld();
        HostRef host = world.Builder.AddHost("host");
        ActorRef victim = world.Builder.AddActor(host, "victim", () => new Behaviour(static (envelope, context) =>
        {
            Say(envelope, context);
            context.Occupy(SimDuration.FromMinutes(5));
        }));
        world.Builder.SendAtStart(victim, new Ping(1), SimTime.Start + SimDuration.FromSeconds(1));
        world.Builder.Crash(host, Down);
        world.Builder.Restart(host, Up, RestartState.Kept);

        world.Run();

        Assert.Equal(["0 victim: Started", "20000000000 victim: Restarted"], world.Notebook.Lines);
    }

    private static void Say(Envelope envelope, IActorContext context) =>
        context.Observe(new Said(envelope.Message.GetType().Name));
}
