using System.Diagnostics;
using Simulator.Benchmarks.Measuring;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>Feeds a parser its inputs and counts their fates.</summary>
public static class FuzzRun
{
    /// <summary>CPU time that no input may exceed, in nanoseconds.</summary>
    public const long LimitNanoseconds = 50_000_000;

    // Below it an input is not worth measuring again; preemptions exceed it too, and the second look clears them.
    private const double SuspicionMilliseconds = 1;

    private const int SecondLooks = 3;

    /// <summary>Stops at the first violation.</summary>
    /// <param name="parser">From the catalogue.</param>
    /// <param name="inputs">How many.</param>
    /// <param name="seed">Which ones.</param>
    public static FuzzResult Of(FuzzedParser parser, long inputs, ulong seed)
    {
        InputMaker maker = new(seed, parser);
        SortedDictionary<string, long> refused = new(StringComparer.Ordinal);
        long start = CpuClock.Nanoseconds;
        (long accepted, long slowest, int length, long number) = (0, 0, 0, 0);
        FuzzViolation? violation = null;
        for (; number < inputs && violation is null; number++)
        {
            byte[] input = maker.Make((ulong)number);
            long begun = Stopwatch.GetTimestamp();
            (string? refusal, Exception? thrown) = Feed(parser, input);
            double elapsed = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            if (elapsed > SuspicionMilliseconds && elapsed * 1e6 > slowest && CpuTime(parser, input) is long cpu && cpu > slowest)
            {
                (slowest, length) = (cpu, input.Length);
            }

            violation = Broken(refusal, thrown, slowest) is string rule ? new FuzzViolation(number, rule, input) : null;
            accepted += refusal is null ? 1 : 0;
            if (refusal is not null)
            {
                refused[refusal] = refused.GetValueOrDefault(refusal) + 1;
            }
        }

        return new FuzzResult(parser.Name, number, accepted, refused)
        {
            SlowestNanoseconds = slowest,
            SlowestLength = length,
            Spent = TimeSpan.FromMicroseconds((CpuClock.Nanoseconds - start) / 1000),
            Violation = violation,
        };
    }

    /// <summary>All given parsers on several threads; results in the order of the parsers.</summary>
    public static IReadOnlyList<FuzzResult> All(
        IReadOnlyList<FuzzedParser> parsers, long inputs, ulong seed, int threads, Action<FuzzResult> report)
    {
        FuzzResult[] results = new FuzzResult[parsers.Count];
        int next = parsers.Count;
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            // From the end: the most expensive parsers come last in the catalogue and must not be begun last.
            for (int i = Interlocked.Decrement(ref next); i >= 0; i = Interlocked.Decrement(ref next))
            {
                results[i] = Of(parsers[i], inputs, seed);
                lock (results)
                {
                    report(results[i]);
                }
            }
        }))];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        return results;
    }

    // Whatever a parser throws is the finding, so everything is caught.
#pragma warning disable CA1031
    private static (string? Refusal, Exception? Thrown) Feed(FuzzedParser parser, byte[] input)
    {
        try
        {
            return (parser.Parse(input), null);
        }
        catch (Exception thrown)
        {
            return ($"threw {thrown.GetType().Name}", thrown);
        }
    }
#pragma warning restore CA1031

    private static string? Broken(string? refusal, Exception? thrown, long slowest) =>
        thrown is not null ? $"threw {thrown.GetType().FullName}: {thrown.Message}\n{thrown.StackTrace}"
        : refusal is FuzzedParser.Nameless or "" ? "refused without a name"
        : slowest > LimitNanoseconds ? $"took {slowest / 1e6:F1} ms"
        : null;

    // The least of a few: a collection or a compilation may fall into any single one.
    private static long CpuTime(FuzzedParser parser, byte[] input)
    {
        long least = long.MaxValue;
        for (int i = 0; i < SecondLooks; i++)
        {
            long start = CpuClock.Nanoseconds;
            Feed(parser, input);
            least = Math.Min(least, CpuClock.Nanoseconds - start);
        }

        return least;
    }
}
