using System.Globalization;
using Simulator.Actors.FullNodes;
using Simulator.Benchmarks.Measuring;
using Simulator.Chain.Consensus;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Benchmarks.Consensus;

/// <summary><c>opgsim bench consensus</c>: what the algorithm promises, measured on full nodes, and what it costs.</summary>
public static class ConsensusBenchmark
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Commit latency over fixed-latency links beside three one-way delays and the stated checks.</summary>
    public static ConsensusFinding Latency(IEnumerable<int> sizes, SimDuration duration)
    {
        List<string[]> rows = [["validators", "blocks", "mean latency", "longest", "reference", "mean/reference"]];
        bool met = true;
        foreach (int size in sizes)
        {
            using ConsensusWorld world = new(new ConsensusWorldSettings { Validators = size, Duration = duration });
            world.Run();
            double ratio = world.Commits.MeanLatency.TotalSeconds / world.ReferenceLatency.TotalSeconds;
            met &= Math.Abs(ratio - 1) <= 0.05 && world.Violations == 0;
            rows.Add(
            [
                size.ToString(Culture),
                world.Commits.Height.ToString("N0", Culture),
                Milliseconds(world.Commits.MeanLatency),
                Milliseconds(world.Commits.Longest),
                Milliseconds(world.ReferenceLatency),
                ratio.ToString("F4", Culture),
            ]);
        }

        return new ConsensusFinding(
            "commit latency, fixed 50 ms one way; reference = 3 delays + 1 ms + (2q - 3) x 150 us; bound: within 5 %",
            TextTable.Of(rows, [0, 1, 2, 3, 4, 5]),
            met);
    }

    /// <summary>Byzantine validators just below, at and above a third of the power, over many seeds.</summary>
    public static ConsensusFinding Byzantine(int seeds)
    {
        List<string[]> rows =
            [["power", "behaviour", "seeds", "two blocks at a height", "other violations", "stalled", "expected"]];
        bool met = true;
        foreach (ByzantineBehaviour behaviour in Enum.GetValues<ByzantineBehaviour>().Skip(1))
        {
            met &= Case(rows, 7, 2, behaviour, seeds, two => two == 0, "no violation");
        }

        met &= Case(rows, 6, 2, ByzantineBehaviour.Silent, seeds, two => two == 0, "no violation, may stall");
        met &= Case(rows, 6, 2, ByzantineBehaviour.SplitVote, seeds, two => two == 0, "no violation, may stall");
        met &= Case(rows, 7, 3, ByzantineBehaviour.SplitVote, seeds, two => two == seeds, "two blocks in every seed");
        return new ConsensusFinding(
            "byzantine validators, jittery links, judged by the checkers; a stalled run made no block at all",
            TextTable.Of(rows, [0, 2, 3, 4, 5]),
            met);
    }

    /// <summary>How soon blocks go on after a partition heals.</summary>
    /// <remarks>
    /// Bound: a node notices that it is stuck (one gossip interval) and is told what it missed (a round trip); the round
    /// may fail (its prevote and precommit timeouts); the next proposer may be one that is behind (its propose timeout);
    /// then one round decides. With two rounds tried during the partition the timeouts are those of rounds 1 and 2.
    /// </remarks>
    public static ConsensusFinding Healing(int seeds)
    {
        ConsensusTimeouts timeouts = new();
        ConsensusWorldSettings basis = new() { Jitter = SimDuration.FromMilliseconds(10) };
        SimDuration bound = SimDuration.FromMilliseconds(500) + (basis.Latency * 5)
            + timeouts.Of(TimeoutKind.Prevote, 1) + timeouts.Of(TimeoutKind.Precommit, 1)
            + timeouts.Of(TimeoutKind.Propose, 2) + (basis.Jitter * 20);
        SimDuration longest = SimDuration.Zero;
        long total = 0;
        int healed = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            SimTime begins = SimTime.Start + SimDuration.FromSeconds(3) + SimDuration.FromMilliseconds(seed * 37L);
            SimTime heals = begins + SimDuration.FromSeconds(10) + SimDuration.FromMilliseconds(seed * 53L % 1_000);
            using ConsensusWorld world = new(basis with
            {
                Seed = (ulong)seed,
                Duration = SimDuration.FromSeconds(30) + SimDuration.FromMilliseconds(seed * 37L),
                Disturbances = new Partition(4, begins, heals),
            });
            world.Commits.Watched = heals;
            world.Run();
            if (world.Violations == 0 && world.Commits.FirstAfter is { } first)
            {
                healed++;
                total += (first - heals).Nanoseconds;
                longest = SimDuration.Max(longest, first - heals);
            }
        }

        string text = string.Create(
            Culture,
            $"{seeds} seeds, {healed} healed; mean {Milliseconds(new SimDuration(total / Math.Max(1, healed)))}, "
            + $"longest {Milliseconds(longest)}, bound {Milliseconds(bound)}\n");
        return new ConsensusFinding(
            "first block after a 4|3 partition heals; bound = gossip + 5 delays + prevote, precommit (round 1) and propose "
            + "(round 2) timeouts + 20 mean jitters",
            text,
            healed == seeds && longest <= bound);
    }

    /// <summary>What a simulated span costs on one core, per block and per message, signatures modelled.</summary>
    public static ConsensusFinding Cost(IEnumerable<int> sizes, SimDuration duration, double? mostSeconds)
    {
        List<string[]> rows =
            [["validators", "blocks", "events", "events/block", "CPU s", "ms/block", "ns/event", "cost/messages"]];
        bool met = true;
        double? firstPerMessage = null;
        WarmUp();
        foreach (int size in sizes)
        {
            using ConsensusWorld world = new(new ConsensusWorldSettings { Validators = size, Duration = duration });
            long start = CpuClock.Nanoseconds;
            RunOutcome outcome = world.Run();
            double seconds = (CpuClock.Nanoseconds - start) / 1e9;
            double perMessage = seconds * 1e9 / outcome.Counters.Transmitted;
            firstPerMessage ??= perMessage;
            met &= world.Violations == 0 && (mostSeconds is not { } most || seconds <= most);
            rows.Add(
            [
                size.ToString(Culture),
                world.Commits.Height.ToString("N0", Culture),
                outcome.Events.ToString("N0", Culture),
                (outcome.Events / Math.Max(1, world.Commits.Height)).ToString("N0", Culture),
                seconds.ToString("F1", Culture),
                (seconds * 1e3 / Math.Max(1, world.Commits.Height)).ToString("F2", Culture),
                (seconds * 1e9 / outcome.Events).ToString("F0", Culture),
                (perMessage / firstPerMessage.Value).ToString("F2", Culture),
            ]);
        }

        string title = string.Create(
            Culture,
            $"{duration.TotalSeconds:F0} simulated s, votes modelled; last column: CPU per message against the first row");
        return new ConsensusFinding(
            mostSeconds is { } limit ? string.Create(Culture, $"{title}; bound: {limit:F0} s") : title,
            TextTable.Of(rows, [0, 1, 2, 3, 4, 5, 6, 7]),
            met);
    }

    // The first run pays for compiling what the others only use.
    private static void WarmUp()
    {
        using ConsensusWorld world = new(new ConsensusWorldSettings { Duration = SimDuration.FromSeconds(120) });
        world.Run();
    }

    private static bool Case(
        List<string[]> rows,
        int validators,
        int byzantine,
        ByzantineBehaviour behaviour,
        int seeds,
        Func<int, bool> asExpected,
        string expected)
    {
        int two = 0;
        long others = 0;
        int stalled = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            using ConsensusWorld world = new(new ConsensusWorldSettings
            {
                Seed = (ulong)seed,
                Validators = validators,
                Byzantine = byzantine,
                Behaviour = behaviour,
                Jitter = SimDuration.FromMilliseconds(20),
                Duration = SimDuration.FromSeconds(20),
            });
            world.Run();
            two += world.Agreement.ViolationCount > 0 ? 1 : 0;
            others += world.Violations - world.Agreement.ViolationCount;
            stalled += world.Commits.Height == 0 ? 1 : 0;
        }

        rows.Add(
        [
            string.Create(Culture, $"{byzantine}/{validators}"),
            behaviour.ToString(),
            seeds.ToString("N0", Culture),
            two.ToString("N0", Culture),
            others.ToString("N0", Culture),
            stalled.ToString("N0", Culture),
            expected,
        ]);
        return asExpected(two) && others == 0 && (stalled == 0 || byzantine * 3 >= validators);
    }

    private static string Milliseconds(SimDuration span) =>
        string.Create(Culture, $"{span.TotalSeconds * 1e3:F2} ms");
}
