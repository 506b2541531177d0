using Simulator.Kernel.Tests.Determinism;

namespace Simulator.Kernel.Tests.Shards;

public sealed class TransportTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_world_spread_over_processes_has_the_same_outcome_in_each_of_them(int processes)
    {
        var settings = new KernelSettings { Seed = 42 };
        RunOutcome alone = Turmoil.Run(settings).Outcome;
        using var meeting = new ThreadTransport.Meeting(processes);
        var outcomes = new RunOutcome[processes];
        Thread[] ranks = Enumerable.Range(0, processes)
            .Select(rank => new Thread(() =>
                outcomes[rank] = Turmoil.Run(settings, new ThreadTransport(processes, rank, meeting)).Outcome))
            .ToArray();

        Array.ForEach(ranks, static rank => rank.Start());
        Array.ForEach(ranks, static rank => rank.Join());

        Assert.All(outcomes, outcome =>
        {
            Assert.Equal(alone.DigestHex, outcome.DigestHex);
            Assert.Equal(alone.Counters, outcome.Counters);
            Assert.Equal((alone.End, alone.Reason), (outcome.End, outcome.Reason));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void A_frame_that_ends_early_is_refused(int length)
    {
        var slot = default(EventSlot);
        Assert.Throws<MessageFormatException>(() => EventFrame.Read(new byte[length], TestWorld.Catalogue(), ref slot));
    }
}
