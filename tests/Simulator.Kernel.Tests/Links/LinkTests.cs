namespace Simulator.Kernel.Tests.Links;

public sealed class LinkTests
{
    private const int Messages = 20_000;

    [Fact]
    public void A_link_without_latency_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => TestWorld.Link(0));

    [Fact]
    public void Actors_on_different_hosts_cannot_talk_in_a_world_without_links()
    {
        var world = new TestWorld();
        ActorRef receiver = world.Add("receiver", static (_, _) => { });
        world.Add("sender", (envelope, context) => context.Tell(receiver, new Ping(0)));

        Assert.Throws<SimulationFailedException>(() => world.Run());
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("constant", 3)]
    [InlineData("uniform", 5)]
    [InlineData("exponential", 4)]
    [InlineData("log-normal", 3.4)]
    public void Latency_is_never_below_the_minimum_and_has_the_stated_mean_above_it(string name, double meanMs)
    {
        LatencyDistribution above = name switch
        {
            "none" => LatencyDistribution.None,
            "constant" => new LatencyDistribution.Constant(SimDuration.FromMilliseconds(3)),
            "uniform" => new LatencyDistribution.Uniform(
                SimDuration.FromMilliseconds(2),
                SimDuration.FromMilliseconds(8)),
            "exponential" => new LatencyDistribution.Exponential(SimDuration.FromMilliseconds(4)),
            _ => new LatencyDistribution.LogNormal(SimDuration.FromMilliseconds(3), 0.5),
        };

        double[] extra = Latencies(TestWorld.Link() with { AboveMinimum = above })
            .Select(static span => (span.TotalSeconds * 1e3) - 10)
            .ToArray();

        // Log-normal with median 3 ms and σ = ½ has mean 3·e^⅛ = 3.3994 ms.
        double deviation = Math.Sqrt(extra.Sum(x => (x - meanMs) * (x - meanMs)) / extra.Length);
        Assert.All(extra, static x => Assert.InRange(x, 0, double.MaxValue));
        Assert.InRange(extra.Average(), meanMs - 0.001 - (deviation / 40), meanMs + 0.001 + (deviation / 40));
    }

    [Fact]
    public void Bandwidth_serialises_what_leaves_a_host_whoever_it_is_for()
    {
        var world = new TestWorld();
        ActorRef[] receivers = [world.Add("r1", Arrived), world.Add("r2", Arrived)];
        world.Add("sender", (envelope, context) =>
        {
            if (envelope.Message is Started)
            {
                context.Tell(receivers[0], new Parcel(1_000));
                context.Tell(receivers[1], new Parcel(500));
                context.Tell(receivers[0], new Parcel(1_000), SimDuration.FromMilliseconds(100));
            }
        });
        world.Builder.SetLinks(new UniformLinks(TestWorld.Link() with { BitRate = new BitRate(1_000_000) }));

        world.Run();

        // 1 Mbit/s: 1,000 bytes take 8 ms, 500 bytes 4 ms; then 10 ms of latency.
        Assert.Equal(["18000000 r1: 1000", "22000000 r2: 500", "118000000 r1: 1000"], world.Notebook.Lines);
    }

    [Fact]
    public void A_message_held_at_its_sender_does_not_keep_the_link_busy_meanwhile()
    {
        var world = new TestWorld();
        ActorRef receiver = world.Add("receiver", Arrived);
        world.Add("sender", (envelope, context) =>
        {
            if (envelope.Message is Started)
            {
                context.Tell(receiver, new Parcel(1_000), SimDuration.FromSeconds(1));
                context.Tell(receiver, new Parcel(2_000));
            }
        });
        world.Builder.SetLinks(new UniformLinks(TestWorld.Link() with { BitRate = new BitRate(1_000_000) }));

        world.Run();

        Assert.Equal(["26000000 receiver: 2000", "1018000000 receiver: 1000"], world.Notebook.Lines);
    }

    [Fact]
    public void Loss_and_duplication_happen_at_their_rates_and_losses_are_observed()
    {
        var world = new TestWorld();
        ActorRef receiver = world.Add("receiver", static (_, _) => { });
        world.Add("sender", (envelope, context) => SendAll(context, receiver, envelope));
        world.Builder.SetLinks(new UniformLinks(
            TestWorld.Link() with { Loss = new Ratio(1, 10), Duplication = new Ratio(1, 20) }));

        RunCounters counters = world.Run().Counters;

        // Four standard deviations of the binomial counts.
        Assert.Equal(Messages, counters.Transmitted);
        Assert.InRange(counters.Duplicated, 1_000 - 124, 1_000 + 124);
        Assert.InRange(counters.Lost, 2_100 - 174, 2_100 + 174);
        Assert.Equal(Messages + counters.Duplicated - counters.Lost, counters.Handled - 2);
        Assert.Equal(
            counters.Lost,
            world.Notebook.All<MessageDropped>().Count(static d => d.Reason == DropReason.LostOnLink));
    }

    [Fact]
    public void A_duplicate_carries_its_originals_sequence_number_and_differs_in_copy()
    {
        var world = new TestWorld(trace: true);
        ActorRef receiver = world.Add("receiver", static (_, _) => { });
        world.Add("sender", (envelope, context) =>
        {
            if (envelope.Message is Started)
            {
                context.Tell(receiver, new Ping(5));
            }
        });
        world.Builder.SetLinks(new UniformLinks(TestWorld.Link() with { Duplication = Ratio.One }));

        world.Run();

        Assert.Equal(
            [(1L, (byte)0), (1L, (byte)1)],
            world.Notebook.Events.Where(static e => e.TypeNumber == 100).Select(static e => (e.Sequence, e.Copy)));
    }

    [Fact]
    public void A_partition_loses_everything_while_it_lasts_and_congestion_only_delays()
    {
        var world = new TestWorld();
        ActorRef receiver = world.Add("receiver", static (envelope, context) =>
            context.Observe(new Said($"{envelope.Message.TypeNumber}")));
        world.Add("sender", (envelope, context) =>
        {
            context.Tell(receiver, new Ping(0));
            context.StartTimer(SimDuration.FromSeconds(1), new Ping(0));
        });
        world.Builder.SetLinks(new UniformLinks(TestWorld.Link()));
        world.Builder.SetDisturbances(new Troubles());

        world.Run(SimDuration.FromSeconds(3));

        Assert.Equal(["0 receiver: 1", "10000000 receiver: 100", "2510000000 receiver: 100"], world.Notebook.Lines);
    }

    [Fact]
    public void One_senders_luck_does_not_depend_on_who_else_is_there()
    {
        Assert.Equal(ArrivalsFrom("sender", []), ArrivalsFrom("sender", ["another", "third", "zzz"]));

        static string[] ArrivalsFrom(string name, string[] others)
        {
            var world = new TestWorld();
            foreach (string other in others)
            {
                world.Add(other, static (_, _) => { });
            }

            ActorRef receiver = world.Add("receiver", Arrived);
            world.Add(name, (envelope, context) =>
            {
                for (int i = 0; i < 100; i++)
                {
                    context.Tell(receiver, new Parcel(i));
                }
            });
            var above = new LatencyDistribution.Exponential(SimDuration.FromMilliseconds(50));
            LinkSettings link = TestWorld.Link() with { AboveMinimum = above, Loss = new Ratio(1, 5) };
            world.Builder.SetLinks(new UniformLinks(link));
            world.Run();
            return [.. world.Notebook.Lines];
        }
    }

    private static void Arrived(Envelope envelope, IActorContext context)
    {
        if (envelope.Message is Parcel parcel)
        {
            context.Observe(new Said($"{parcel.Size}"));
        }
    }

    private static List<SimDuration> Latencies(LinkSettings link)
    {
        var spans = new List<SimDuration>();
        var world = new TestWorld();
        ActorRef receiver = world.Add("receiver", (envelope, context) =>
        {
            if (envelope.Message is Ping)
            {
                spans.Add(context.Now - envelope.SentAt);
            }
        });
        world.Add("sender", (envelope, context) => SendAll(context, receiver, envelope));
        world.Builder.SetLinks(new UniformLinks(link));
        world.Run();
        Assert.Equal(Messages, spans.Count);
        return spans;
    }

    private static void SendAll(IActorContext context, ActorRef receiver, Envelope envelope)
    {
        for (ulong i = 0; envelope.Message is Started && i < Messages; i++)
        {
            context.Tell(receiver, new Ping(i));
        }
    }

    private sealed class Troubles : ILinkDisturbances
    {
        public LinkDisturbance At(HostRef from, HostRef to, SimTime time) => time.WholeSeconds switch
        {
            1 => new LinkDisturbance(SimDuration.Zero, Ratio.One),
            2 => new LinkDisturbance(SimDuration.FromMilliseconds(500), Ratio.Zero),
            _ => default,
        };
    }
}
