namespace Simulator.Kernel.Tests.Order;

public sealed class HopTests
{
    [Fact]
    public void A_reply_without_delay_comes_one_hop_after_its_cause_and_senders_of_one_hop_go_by_name()
    {
        var world = new TestWorld(trace: true);
        HostRef host = world.Builder.AddHost("host");
        var asked = new ActorRef(0);
        world.Builder.AddActor(host, "m", () => new Behaviour(static (envelope, context) =>
        {
            if (envelope.Message is Ping ping)
            {
                context.Tell(envelope.From, new Ping(ping.Number + 1));
            }
        }));
        foreach (string name in new[] { "z", "a" })
        {
            world.Builder.AddActor(host, name, () => new Behaviour((envelope, context) =>
            {
                if (envelope.Message is Started)
                {
                    context.Tell(asked, new Ping(0));
                }
            }));
        }

        world.Run();

        Assert.Equal(
            ["0 2->2", "0 0->0", "0 1->1", "1 2->0", "1 1->0", "2 0->2", "2 0->1"],
            world.Notebook.Events.Select(static e => $"{e.Hop} {e.Sender.Index}->{e.Receiver.Index}"));
    }

    [Fact]
    public void A_loop_without_delay_is_stopped_at_the_hop_limit()
    {
        var world = new TestWorld(new KernelSettings { HopLimit = 10 }, trace: true);
        world.Add("looper", static (_, context) => context.Tell(context.Self, new Ping(0)));

        var failure = Assert.Throws<SimulationFailedException>(() => world.Run());

        Assert.Equal("looper", failure.Actor);
        Assert.Equal(10, world.Notebook.Events[^1].Hop);
    }
}
