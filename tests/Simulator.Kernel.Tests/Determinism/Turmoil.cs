namespace Simulator.Kernel.Tests.Determinism;

/// <summary>A world in which everything the kernel offers happens at once.</summary>
internal static class Turmoil
{
    public const int Hosts = 23;
    public static readonly SimDuration Span = SimDuration.FromSeconds(20);

    public static (RunOutcome Outcome, Notebook Notebook) Run(
        KernelSettings settings,
        IShardTransport? transport = null)
    {
        var world = new TestWorld(settings, trace: true);
        for (int i = 0; i < Hosts; i++)
        {
            HostRef host = world.Builder.AddHost($"host/{i}");
            world.Builder.AddActor(host, $"a/{i}", static () => new TurmoilActor(), new MailboxSettings(2));
            var oldestFirst = new MailboxSettings(3, MailboxPolicy.DropOldest);
            world.Builder.AddActor(host, $"b/{i}", static () => new TurmoilActor(), oldestFirst);
        }

        world.Builder.SetLinks(new Roads());
        world.Builder.SetDisturbances(new Congestion());
        for (int i = 0; i < 6; i++)
        {
            var host = new HostRef(i * 3);
            world.Builder.Crash(host, SimTime.Start + SimDuration.FromSeconds(2 + i));
            RestartState state = i % 2 == 0 ? RestartState.Kept : RestartState.Lost;
            world.Builder.Restart(host, SimTime.Start + SimDuration.FromSeconds(4 + i), state);
            world.Builder.SendAtStart(new ActorRef(i), new Ping(7), SimTime.Start + SimDuration.FromSeconds(5));
        }

        return (world.Run(Span, transport), world.Notebook);
    }

    private sealed class Roads : ILinkPolicy
    {
        public LinkSettings Between(HostRef from, HostRef to) => new()
        {
            MinimumLatency = SimDuration.FromMilliseconds(5 + ((from.Index + to.Index) % 3)),
            AboveMinimum = (from.Index % 4) switch
            {
                0 => LatencyDistribution.None,
                1 => new LatencyDistribution.Uniform(SimDuration.Zero, SimDuration.FromMilliseconds(9)),
                2 => new LatencyDistribution.Exponential(SimDuration.FromMilliseconds(4)),
                _ => new LatencyDistribution.LogNormal(SimDuration.FromMilliseconds(2), 0.5),
            },
            BitRate = new BitRate(from.Index % 2 == 0 ? 100_000 : 0),
            Loss = new Ratio(1, 50),
            Duplication = new Ratio(1, 30),
        };
    }

    private sealed class Congestion : ILinkDisturbances
    {
        public LinkDisturbance At(HostRef from, HostRef to, SimTime time) => time.WholeSeconds == 7 && from.Index < 5
            ? new LinkDisturbance(SimDuration.FromMilliseconds(30), new Ratio(1, 2))
            : default;
    }
}
