using Simulator.Primitives;
using Simulator.Records;
using Simulator.Simulation.Tests.Runs;
using Simulator.Statistics;

namespace Simulator.Simulation.Tests.Scheduling;

/// <summary>The queues of enclaves against the laws that every queue keeps, and against a closed form.</summary>
public sealed class QueueLawTests
{
    /// <summary>
    /// Little's law (Little, 1961) on one sample path is an identity: the area under the length of a queue is the sum of
    /// the waits in it, to the nanosecond.
    /// </summary>
    [Theory]
    [InlineData("scheduling/full-queue-refuse.yaml")]
    [InlineData("scheduling/full-queue-drop-oldest.yaml")]
    [InlineData("scheduling/cheapest.yaml")]
    public void The_area_under_a_queue_is_the_sum_of_the_waits_in_it(string name)
    {
        IReadOnlyList<(SimTime At, Observation What)> said = ObservedRun.Of(ScenarioFolder.Load(name, "duration=60 s"));

        SortedDictionary<string, long> waits = new(StringComparer.Ordinal);
        SortedDictionary<string, long> areas = new(StringComparer.Ordinal);
        SortedDictionary<string, (int Length, SimTime Since)> queues = new(StringComparer.Ordinal);
        foreach ((SimTime at, Observation what) in said)
        {
            switch (what)
            {
                case InferenceCompleted done: Add(waits, done.Node, done.Queued.Nanoseconds); break;
                case WorkTurnedAway away: Add(waits, away.Node, away.Waited.Nanoseconds); break;
                case QueueChanged queue:
                    (int length, SimTime since) = queues.GetValueOrDefault(queue.Node);
                    Add(areas, queue.Node, length * (at - since).Nanoseconds);
                    queues[queue.Node] = (queue.Waiting, at);
                    break;
            }
        }

        Assert.NotEmpty(areas);
        Assert.True(areas.Values.Sum() > SimDuration.FromSeconds(60).Nanoseconds);
        Assert.All(queues.Values, queue => Assert.Equal(0, queue.Length));
        Assert.All(areas, area => Assert.Equal(area.Value, waits[area.Key]));
    }

    /// <summary>Kleinrock, "Queueing Systems" I, 1975, §5.6: constant service, mean wait ρ s / (2 (1 − ρ)).</summary>
    [Fact]
    public void One_slot_with_constant_service_is_an_MD1_queue()
    {
        const double Load = 0.5;
        const double Service = 0.1;

        ObservationSeries waits = new();
        foreach ((_, Observation what) in ObservedRun.Of(ScenarioFolder.Load("scheduling/one-server-queue.yaml")))
        {
            if (what is InferenceCompleted done)
            {
                waits.Add(done.Queued.TotalSeconds);
            }
        }

        Estimate mean = waits.Mean();
        double theory = Load * Service / (2 * (1 - Load));
        Assert.InRange(theory, mean.Lower!.Value, mean.Upper!.Value);
        Assert.InRange(mean.Upper.Value - mean.Lower.Value, 0, 0.4 * theory);
    }

    private static void Add(SortedDictionary<string, long> sums, string node, long nanoseconds) =>
        sums[node] = sums.GetValueOrDefault(node) + nanoseconds;
}
