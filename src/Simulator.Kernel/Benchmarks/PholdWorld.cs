namespace Simulator.Kernel.Benchmarks;

/// <summary>A PHOLD world on the kernel, with keyed randomness, digest and invariants as in any run.</summary>
public static class PholdWorld
{
    public static Simulation Build(PholdSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Actors, 2, nameof(settings));
        var builder = new WorldBuilder(new KernelSettings
        {
            Seed = settings.Seed,
            Digest = settings.Digest,
            Shards = settings.Shards,
        });
        for (int i = 0; i < settings.Actors; i++)
        {
            ulong self = (ulong)i;
            HostRef host = builder.AddHost($"host-{i:D7}");
            builder.AddActor(host, $"actor-{i:D7}", () => new PholdActor(settings, self));
        }

        builder.SetLinks(new UniformLinks(new LinkSettings
        {
            MinimumLatency = settings.Minimum,
            AboveMinimum = new LatencyDistribution.Exponential(settings.Mean),
        }));
        return builder.Build(Catalogue(), new Silence());
    }

    /// <summary>Virtual time in which about <paramref name="events"/> messages are handled.</summary>
    public static SimDuration SpanOf(PholdSettings settings, long events)
    {
        ArgumentNullException.ThrowIfNull(settings);
        long mean = settings.Minimum.Nanoseconds + settings.Mean.Nanoseconds;
        return new SimDuration((long)((Int128)mean * events / ((long)settings.Actors * settings.Population)));
    }

    private static MessageCatalogue Catalogue()
    {
        var catalogue = new MessageCatalogue();
        catalogue.Add<PholdBall>();
        return catalogue;
    }

    private sealed class Silence : IObservationSink
    {
        public void Receive(in ObservedFact fact)
        {
        }
    }
}
