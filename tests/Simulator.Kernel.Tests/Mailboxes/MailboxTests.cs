namespace Simulator.Kernel.Tests.Mailboxes;

public sealed class MailboxTests
{
    [Theory]
    [InlineData(MailboxPolicy.RefuseNewest, new ulong[] { 0, 1, 2 }, 2)]
    [InlineData(MailboxPolicy.DropOldest, new ulong[] { 0, 3, 4 }, 2)]
    public void A_full_mailbox_drops_what_its_policy_says_and_says_so(
        MailboxPolicy policy,
        ulong[] handled,
        int dropped)
    {
        var world = new TestWorld();
        var seen = new List<ulong>();
        ActorRef busy = world.Add("busy", Server(seen), new MailboxSettings(2, policy));
        for (uint i = 0; i < 5; i++)
        {
            world.Builder.SendAtStart(busy, new Ping(i), SimTime.Start + SimDuration.FromMilliseconds(1 + i));
        }

        RunOutcome outcome = world.Run();

        Assert.Equal(handled, seen);
        Assert.Equal(dropped, outcome.Counters.DroppedMailboxFull);
        Assert.Equal(
            Enumerable.Repeat(new MessageDropped(DropReason.MailboxFull, ActorRef.World, busy, 100), dropped),
            world.Notebook.All<MessageDropped>());
    }

    [Fact]
    public void An_actors_own_timers_are_never_refused()
    {
        var world = new TestWorld();
        var seen = new List<ulong>();
        ActorRef busy = world.Add(
            "busy",
            (envelope, context) =>
            {
                if (envelope.Message is Started)
                {
                    context.StartTimer(SimDuration.FromMilliseconds(5), new Ping(50));
                    context.StartTimer(SimDuration.FromMilliseconds(6), new Ping(60));
                }

                Server(seen)(envelope, context);
            },
            new MailboxSettings(1));
        for (uint i = 0; i < 3; i++)
        {
            world.Builder.SendAtStart(busy, new Ping(i), SimTime.Start + SimDuration.FromMilliseconds(1 + i));
        }

        world.Run();

        Assert.Equal([0, 1, 50, 60], seen);
    }

    [Fact]
    public void A_mailbox_without_capacity_or_policy_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new MailboxSettings(0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new MailboxSettings(1, MailboxPolicy.Unset));
    }

    /// <summary>Takes a second for each ping.</summary>
    private static Action<Envelope, IActorContext> Server(List<ulong> seen) => (envelope, context) =>
    {
        if (envelope.Message is Ping ping)
        {
            seen.Add(ping.Number);
            context.Occupy(SimDuration.FromSeconds(1));
        }
    };
}
