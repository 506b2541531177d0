using System.Globalization;
using Simulator.Benchmarks.Measuring;
using Simulator.Kernel;
using Simulator.Kernel.Benchmarks;
using Simulator.Primitives;

namespace Simulator.Benchmarks.Kernel;

/// <summary><c>opgsim bench kernel</c>: PHOLD on the kernel, beside the same hold model on a bare heap.</summary>
/// <remarks>One core, CPU time of the one thread, the three ways in turn in every round.</remarks>
public static class KernelBenchmark
{
    private const int Rounds = 9;

    private static readonly string[] Heads =
        ["actors", "events/s", "bare heap/s", "ratio", "min–max", "digest's share", "bytes/event"];

    /// <summary>Sizes of the committed figures.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [1024, 16_384, 262_144];

    /// <param name="actors">At least 2.</param>
    /// <param name="events">Messages per round and way.</param>
    public static KernelStanding Measure(int actors, long events)
    {
        PholdSettings settings = new() { Actors = actors };
        using PholdRun kernel = new(settings, events);
        using PholdRun silent = new(settings with { Digest = false }, events);
        BareHeap heap = new(settings);
        heap.Run(Math.Max(events, actors));
        double[] rates = new double[Rounds];
        double[] heapRates = new double[Rounds];
        double[] ratios = new double[Rounds];
        double[] shares = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            double withDigest = kernel.NanosecondsPerEvent();
            double bare = Time(heap, events);
            double withoutDigest = silent.NanosecondsPerEvent();
            rates[round] = 1e9 / withDigest;
            heapRates[round] = 1e9 / bare;
            ratios[round] = bare / withDigest;
            shares[round] = 1 - (withoutDigest / withDigest);
        }

        Array.Sort(ratios);
        return new KernelStanding(
            actors,
            Median(rates),
            Median(heapRates),
            new RatioRange(ratios[Rounds / 2], ratios[0], ratios[^1]),
            Median(shares))
        {
            BytesPerEvent = kernel.BytesPerEvent,
        };
    }

    public static string Text(IEnumerable<KernelStanding> standings)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        List<string[]> rows = [Heads];
        rows.AddRange(standings.Select(standing => (string[])
        [
            standing.Actors.ToString("N0", culture),
            standing.EventsPerSecond.ToString("N0", culture),
            standing.HeapPerSecond.ToString("N0", culture),
            standing.Ratio.Median.ToString("F2", culture),
            string.Create(culture, $"{standing.Ratio.Least:F2}–{standing.Ratio.Greatest:F2}"),
            standing.DigestCost.ToString("P0", culture),
            standing.BytesPerEvent.ToString("F1", culture),
        ]));
        return TextTable.Of(rows, [0, 1, 2, 3, 4, 5, 6]);
    }

    private static double Time(BareHeap heap, long events)
    {
        long start = CpuClock.Nanoseconds;
        heap.Run(events);
        return (double)(CpuClock.Nanoseconds - start) / events;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    /// <summary>A world that goes on where the last sample ended.</summary>
    private sealed class PholdRun : IDisposable
    {
        private readonly Simulation simulation;
        private readonly SimDuration span;
        private RunOutcome last;

        public PholdRun(PholdSettings settings, long events)
        {
            simulation = PholdWorld.Build(settings);
            span = PholdWorld.SpanOf(settings, events);
            last = simulation.Run(SimTime.Start + span);
            last = simulation.Run(last.End + span);
        }

        public double BytesPerEvent { get; private set; }

        public double NanosecondsPerEvent()
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long start = CpuClock.Nanoseconds;
            RunOutcome next = simulation.Run(last.End + span);
            long spent = CpuClock.Nanoseconds - start;
            long events = next.Events - last.Events;
            last = next;
            BytesPerEvent = (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / events;
            return (double)spent / events;
        }

        public void Dispose() => simulation.Dispose();
    }
}
