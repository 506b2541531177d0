namespace Simulator.Kernel.Tests.Hosts;

public sealed class TimerTests
{
    [Fact]
    public void A_timer_comes_from_the_actor_itself_after_its_delay()
    {
        var world = new TestWorld(trace: true);
        world.Add("alone", static (envelope, context) =>
        {
            if (envelope.Message is Started)
            {
                context.StartTimer(SimDuration.FromSeconds(2), new Ping(1));
                context.StartTimer(SimDuration.Zero, new Ping(2));
            }
            else
            {
                ulong number = ((Ping)envelope.Message).Number;
                context.Observe(new Said($"{number} from itself: {envelope.From == context.Self}"));
            }
        });

        world.Run();

        Assert.Equal(["0 alone: 2 from itself: True", "2000000000 alone: 1 from itself: True"], world.Notebook.Lines);
        Assert.Equal([0, 1, 0], world.Notebook.Events.Select(static e => e.Hop));
    }

    [Fact]
    public void A_cancelled_timer_never_fires_and_cancelling_it_again_or_too_late_does_nothing()
    {
        var world = new TestWorld();
        TimerId cancelled = default;
        TimerId fired = default;
        world.Add("alone", (envelope, context) =>
        {
            switch (envelope.Message)
            {
                case Started:
                    context.CancelTimer(default);
                    cancelled = context.StartTimer(SimDuration.FromSeconds(5), new Ping(5));
                    fired = context.StartTimer(SimDuration.FromSeconds(1), new Ping(1));
                    break;
                case Ping { Number: 1 }:
                    context.CancelTimer(cancelled);
                    context.CancelTimer(cancelled);
                    context.CancelTimer(fired);
                    context.StartTimer(SimDuration.FromSeconds(9), new Ping(9));
                    context.CancelTimer(fired);
                    break;
                case Ping ping:
                    context.Observe(new Said($"{ping.Number}"));
                    break;
                default:
                    throw Invariant.Unreachable(envelope.Message);
            }
        });

        RunOutcome outcome = world.Run();

        Assert.Equal(["10000000000 alone: 9"], world.Notebook.Lines);
        Assert.Equal(1, outcome.Counters.TimersCancelled);
        Assert.Equal((RunEnd.Quiescent, 10L), (outcome.Reason, outcome.End.WholeSeconds));
    }

    [Fact]
    public void A_timer_that_waits_in_the_mailbox_can_still_be_cancelled()
    {
        var world = new TestWorld();
        TimerId timer = default;
        ActorRef self = world.Add("busy", (envelope, context) =>
        {
            context.Observe(new Said($"type {envelope.Message.TypeNumber}"));
            if (envelope.Message is Started)
            {
                timer = context.StartTimer(SimDuration.FromSeconds(2), new Ping(2));
                context.Occupy(SimDuration.FromSeconds(5));
            }
            else
            {
                context.CancelTimer(timer);
            }
        });
        world.Builder.SendAtStart(self, new Ping(1), SimTime.Start + SimDuration.FromSeconds(1));

        world.Run();

        Assert.Equal(["0 busy: type 1", "5000000000 busy: type 100"], world.Notebook.Lines);
    }
}
