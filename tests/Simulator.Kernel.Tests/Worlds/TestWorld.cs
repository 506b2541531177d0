namespace Simulator.Kernel.Tests;

/// <summary>A world under test: a builder, its notebook, and a catalogue of the tests' messages.</summary>
internal sealed class TestWorld
{
    public TestWorld(KernelSettings? settings = null, bool trace = false)
    {
        settings ??= new KernelSettings { Seed = 1 };
        Builder = new WorldBuilder(settings with { Trace = trace ? Notebook : null });
    }

    public WorldBuilder Builder { get; }

    public Notebook Notebook { get; } = new();

    public static MessageCatalogue Catalogue()
    {
        var catalogue = new MessageCatalogue();
        catalogue.Add<Ping>();
        catalogue.Add<Parcel>();
        return catalogue;
    }

    public static LinkSettings Link(long milliseconds = 10) =>
        new() { MinimumLatency = SimDuration.FromMilliseconds(milliseconds) };

    /// <summary>An actor alone on a host named after it.</summary>
    public ActorRef Add(string name, Action<Envelope, IActorContext> receive, MailboxSettings? mailbox = null) =>
        Builder.AddActor(Builder.AddHost(name + ".host"), name, () => new Behaviour(receive), mailbox);

    public RunOutcome Run(SimDuration? span = null, IShardTransport? transport = null)
    {
        using Simulation simulation = transport is null
            ? Builder.Build(Catalogue(), Notebook)
            : Builder.Build(Catalogue(), Notebook, transport);
        return simulation.Run(SimTime.Start + (span ?? SimDuration.FromHours(1)));
    }
}
