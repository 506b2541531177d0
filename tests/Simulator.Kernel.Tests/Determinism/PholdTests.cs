using Simulator.Kernel.Benchmarks;

namespace Simulator.Kernel.Tests.Determinism;

public sealed class PholdTests
{
    [Fact]
    public void Phold_has_one_digest_for_any_number_of_shards()
    {
        string[] digests = new[] { 1, 2, 3, 7 }.Select(static shards => Digest(shards)).Distinct().ToArray();

        Assert.Single(digests);
    }

    private static string Digest(int shards)
    {
        var settings = new PholdSettings { Actors = 200, Shards = shards };
        using Simulation simulation = PholdWorld.Build(settings);
        return simulation.Run(SimTime.Start + PholdWorld.SpanOf(settings, 20_000)).DigestHex;
    }
}
