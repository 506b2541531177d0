namespace Simulator.Kernel.Tests.Queueing;

/// <summary>Simulated queues against closed forms (Kleinrock, "Queueing Systems" I, 1975, §3.2, §3.5, §5.6).</summary>
/// <remarks>Mean service time 1 s throughout; confidence intervals from batch means at 99.9 %, fixed seeds.</remarks>
public sealed class QueueingTests
{
    private const int Customers = 400_000;
    private const int Batches = 20;
    private const double StudentT999At19 = 3.883;
    private static readonly DrawPurpose Service = new("service");

    [Theory]
    [InlineData(0.5, 11)]
    [InlineData(0.8, 12)]
    public void A_busy_actor_with_exponential_service_is_an_MM1_queue(double load, ulong seed)
    {
        double[] waits = OneServer(load, seed, static (n, context) =>
            context.Random.Draw(Service, n).Exponential(SimDuration.FromSeconds(1)));

        AssertMean(load / (1 - load), waits);
    }

    [Fact]
    public void A_busy_actor_with_constant_service_is_an_MD1_queue()
    {
        double[] waits = OneServer(0.7, 13, static (_, _) => SimDuration.FromSeconds(1));

        AssertMean(0.7 / (2 * (1 - 0.7)), waits);
    }

    [Theory]
    [InlineData(3, 0.8, 14)]
    [InlineData(8, 0.9, 15)]
    public void A_pool_of_servers_is_an_MMc_queue(int servers, double load, ulong seed)
    {
        double offered = servers * load;
        double erlangC = ErlangC(servers, offered);

        double[] waits = ManyServers(servers, load, seed);

        AssertMean(erlangC / (servers - offered), waits);
    }

    private static double[] OneServer(double load, ulong seed, Func<ulong, IActorContext, SimDuration> service)
    {
        var world = new TestWorld(new KernelSettings { Seed = seed });
        HostRef host = world.Builder.AddHost("host");
        var waits = new List<double>();
        ActorRef server = world.Builder.AddActor(
            host,
            "server",
            () => new Behaviour((envelope, context) =>
            {
                if (envelope.Message is Ping ping)
                {
                    waits.Add((context.Now - envelope.ArrivedAt).TotalSeconds);
                    context.Occupy(service(ping.Number, context));
                }
            }),
            new MailboxSettings(Customers));
        return RunArrivals(world, host, server, load, waits);
    }

    private static double[] ManyServers(int servers, double load, ulong seed)
    {
        var world = new TestWorld(new KernelSettings { Seed = seed });
        HostRef host = world.Builder.AddHost("host");
        var waits = new List<double>();
        ActorRef pool = world.Builder.AddActor(host, "pool", () => new ServerPool(servers, waits));
        return RunArrivals(world, host, pool, load * servers, waits);
    }

    private static double[] RunArrivals(TestWorld world, HostRef host, ActorRef to, double rate, List<double> waits)
    {
        world.Builder.AddActor(host, "source", () => new PoissonSource(to, rate, Customers));
        world.Run(SimDuration.FromDays(365));
        Assert.Equal(Customers, waits.Count);
        return [.. waits];
    }

    private static void AssertMean(double theory, double[] waits)
    {
        int size = waits.Length / Batches;
        double[] means = Enumerable.Range(0, Batches).Select(b => waits.Skip(b * size).Take(size).Average()).ToArray();
        double mean = means.Average();
        double variance = means.Sum(m => (m - mean) * (m - mean)) / (Batches - 1);
        double halfWidth = StudentT999At19 * Math.Sqrt(variance / Batches);

        Assert.InRange(mean, theory - halfWidth, theory + halfWidth);
        Assert.InRange(halfWidth, 0, 0.15 * theory); // Otherwise the interval would prove nothing.
    }

    private static double ErlangC(int servers, double offered)
    {
        double blocking = 1;
        for (int i = 1; i <= servers; i++)
        {
            blocking = offered * blocking / (i + (offered * blocking));
        }

        return servers * blocking / (servers - (offered * (1 - blocking)));
    }
}
