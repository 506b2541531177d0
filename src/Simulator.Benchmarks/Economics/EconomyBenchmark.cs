using System.Diagnostics;
using Simulator.Benchmarks.Measuring;
using Simulator.Economics.Businesses;
using Simulator.Economics.Demand;
using Simulator.Economics.Epochs;
using Simulator.Economics.Policies;
using Simulator.Economics.Prices;
using Simulator.Economics.Splits;
using Simulator.Economics.Tokens;
using Simulator.Primitives;

namespace Simulator.Benchmarks.Economics;

/// <summary><c>opgsim bench economics</c>: ten years of a thousand businesses, day by day.</summary>
public static class EconomyBenchmark
{
    public const int Agents = 1_000;

    private const int Days = 3_653;
    private const int WarmUps = 2;

    /// <summary>Runs so many replications on all cores, and the reference loop on one.</summary>
    /// <param name="replications">At least 2.</param>
    public static EconomyStanding Measure(int replications)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            Replicate((ulong)i, out _);
        }

        double reference = Reference();
        long start = CpuClock.Nanoseconds;
        long updates = Replicate(0, out double growth).Updates;
        double perSecond = updates * 1e9 / (CpuClock.Nanoseconds - start);
        Stopwatch watch = Stopwatch.StartNew();
        (long Updates, long Postings)[] all = new (long, long)[replications];
        Parallel.For(0, replications, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            i => all[i] = Replicate((ulong)i, out double _));
        return new EconomyStanding
        {
            UpdatesPerSecond = perSecond,
            ReferencePerSecond = reference,
            Replications = replications,
            Seconds = watch.Elapsed.TotalSeconds,
            Updates = all.Sum(one => one.Updates),
            Postings = all.Sum(one => one.Postings),
            MemoryGrowth = growth,
        };
    }

    // Every epoch ends with a check that all accounts sum to the supply; it throws when one atto-OPG is missing.
    private static (long Updates, long Postings) Replicate(ulong replication, out double growth)
    {
        EpochEconomy economy = new(Settings(), 1, replication);
        long early = 0;
        for (int day = 0; day < Days; day++)
        {
            economy.Step(day);
            if (day == Days / 10)
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        growth = GC.GetTotalMemory(forceFullCollection: true) - early;
        return (economy.Groups.Sum(group => group.Updates), economy.Ledger.Flows.Postings);
    }

    // The least an update could be: one smoothed value and one 128-bit balance per agent, read, changed and written.
    private static double Reference()
    {
        double[] smoothed = new double[Agents];
        UInt128[] balance = new UInt128[Agents];
        long start = CpuClock.Nanoseconds;
        for (int day = 0; day < Days; day++)
        {
            for (int i = 0; i < Agents; i++)
            {
                smoothed[i] += 0.03 * (day - smoothed[i]);
                balance[i] += (UInt128)(ulong)day;
            }
        }

        double spent = CpuClock.Nanoseconds - start;
        GC.KeepAlive(smoothed);
        GC.KeepAlive(balance);
        return (double)Agents * Days * 1e9 / spent;
    }

    private static EconomySettings Settings() => new()
    {
        EpochDays = 1,
        Epochs = Days,
        Tokens = TokenPresets.Opg,
        Price = new PriceSettings { Kind = PriceKind.Gbm, Start = 0.2, Volatility = 0.5 },
        Demand = new DemandSettings { PerDay = 50_000_000, ReferencePrice = 0.002, Elasticity = -1, Noise = 0.1 },
        Split = new PaymentSplit(
        [
            (PaymentPart.Node, new Ratio(8, 10)), (PaymentPart.Verifiers, new Ratio(1, 10)),
            (PaymentPart.FullNodes, new Ratio(5, 100)), (PaymentPart.Treasury, new Ratio(5, 100)),
        ]),
        Pricing = new PricingSettings { Kind = PricingKind.Posted, Price = 0.002 },
        Service = new ServiceSettings { Seconds = 1, LongestWait = 1 },
        Businesses =
        [
            Group("full-nodes", BusinessRole.FullNode, 50), Group("nodes", BusinessRole.Node, 900),
            Group("verifiers", BusinessRole.Verifier, 50),
        ],
    };

    private static BusinessSettings Group(string name, BusinessRole role, int count) => new()
    {
        Name = name,
        Role = role,
        Count = count,
        Most = count,
        Slots = 2,
        Stake = OpgAmount.FromWholeOpg(10_000),
        FixedCost = 20,
        CostSpread = 0.2,
        Patience = int.MaxValue,
        Sells = 0.5,
    };
}
