using Simulator.Kernel.Benchmarks;

namespace Simulator.Kernel.Tests.Allocation;

public sealed class AllocationTests
{
    [Fact]
    public void An_event_allocates_its_message_and_nothing_else()
    {
        var settings = new PholdSettings { Actors = 64 };
        using Simulation simulation = PholdWorld.Build(settings);
        RunOutcome warm = simulation.Run(SimTime.Start + PholdWorld.SpanOf(settings, 100_000));
        SimTime until = warm.End + PholdWorld.SpanOf(settings, 400_000);

        long before = GC.GetAllocatedBytesForCurrentThread();
        RunOutcome outcome = simulation.Run(until);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // A ball takes a header, a type, the two words that seal it and its number.
        const int BallBytes = 40;
        long events = outcome.Events - warm.Events;
        Assert.InRange(allocated - (events * BallBytes), 0, 20_000);
    }
}
