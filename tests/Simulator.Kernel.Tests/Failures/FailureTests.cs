namespace Simulator.Kernel.Tests.Failures;

public sealed class FailureTests
{
    [Fact]
    public void A_bug_in_an_actor_ends_the_run_with_actor_time_seed_and_last_events()
    {
        var world = new TestWorld(new KernelSettings { Seed = 5, Replication = 6 });
        world.Add("broken", static (envelope, context) =>
        {
            if (envelope.Message is Ping)
            {
                throw new InvalidOperationException("boom");
            }

            context.StartTimer(SimDuration.FromSeconds(4), new Ping(1));
        });

        var failure = Assert.Throws<SimulationFailedException>(() => world.Run());

        Assert.Equal(("broken", 4L), (failure.Actor, failure.At.WholeSeconds));
        Assert.Equal((5UL, 6UL), (failure.Seed, failure.Replication));
        Assert.IsType<InvalidOperationException>(failure.InnerException);
        Assert.Equal(
            ["0 s hop 0: broken #0.0 -> broken, type 1", "4 s hop 0: broken #1.0 -> broken, type 100"],
            failure.LastEvents);
    }

    [Fact]
    public void An_interrupted_run_stops_between_events_and_says_so()
    {
        var world = new TestWorld();
        world.Add("endless", static (_, context) => context.StartTimer(SimDuration.FromNanoseconds(1), new Ping(0)));
        using var cancellation = new CancellationTokenSource();
        using Simulation simulation = world.Builder.Build(TestWorld.Catalogue(), world.Notebook);
        var seen = new List<RunProgress>();

        RunOutcome outcome = simulation.Run(
            SimTime.EndOfTime,
            progress =>
            {
                seen.Add(progress);
                cancellation.Cancel();
            },
            cancellation.Token);

        Assert.Equal(RunEnd.Interrupted, outcome.Reason);
        Assert.Equal(outcome.Events, Assert.Single(seen).Events);
        Assert.Equal(outcome.End, seen[0].Now);
    }

    [Fact]
    public void What_the_world_sends_at_time_0_comes_after_every_start()
    {
        var world = new TestWorld(trace: true);
        ActorRef first = world.Add("a", static (_, _) => { });
        world.Add("z", static (_, _) => { });
        world.Builder.SendAtStart(first, new Ping(1));

        world.Run();

        Assert.Equal([1, 1, 100], world.Notebook.Events.Select(static e => (int)e.TypeNumber));
    }

    [Fact]
    public void Worlds_refuse_double_names_and_unknown_hosts()
    {
        var builder = new WorldBuilder(new KernelSettings());
        HostRef host = builder.AddHost("h");
        Func<IActor> create = static () => new Behaviour(static (_, _) => { });
        builder.AddActor(host, "a", create);

        Assert.Throws<ArgumentException>(() => builder.AddHost("h"));
        Assert.Throws<ArgumentException>(() => builder.AddActor(host, "a", create));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Crash(new HostRef(1), SimTime.Start));
    }
}
