using Simulator.Economics.Concentration;
using Simulator.Economics.Prices;
using Simulator.Economics.Queues;
using Simulator.Primitives;

namespace Simulator.Economics.Tests;

public sealed class QueueAndPriceTests
{
    private const int Paths = 4_000;

    [Theory]
    [InlineData(1, 0.5, 1.0)]
    [InlineData(1, 0.9, 9.0)]
    [InlineData(2, 0.5, 1.0 / 3)]
    [InlineData(2, 0.8, 16.0 / 9)]
    public void Waits_are_those_of_the_textbook(int servers, double load, double wait)
    {
        Assert.Equal(wait, ErlangC.MeanWait(servers, load), 1e-9);
        Assert.Equal(load, ErlangC.UtilisationFor(servers, wait), 1e-9);
    }

    [Fact]
    public void Brownian_prices_grow_by_their_drift_with_their_volatility() =>
        Holds(new PriceSettings { Kind = PriceKind.Gbm, Start = 2, Drift = 0.1, Volatility = 0.4 }, 2.2, 0.4);

    [Fact]
    public void Jumps_add_spread_and_no_drift()
    {
        PriceSettings settings = new()
        {
            Kind = PriceKind.JumpDiffusion,
            Start = 2,
            Drift = 0.1,
            Volatility = 0.3,
            Jumps = 4,
            JumpMean = -0.05,
            JumpSpread = 0.1,
        };
        Holds(settings, 2.2, Math.Sqrt((0.3 * 0.3) + (4 * ((0.1 * 0.1) + (0.05 * 0.05)))));
    }

    [Fact]
    public void Reverting_prices_keep_the_spread_of_their_stationary_law()
    {
        PriceSettings settings = new() { Kind = PriceKind.MeanReverting, Start = 2, Volatility = 0.5, Reversion = 8 };
        double[] logs = Logs(settings);

        Assert.Equal(0.5 / Math.Sqrt(16), Spread(logs), 0.01);
        Assert.Equal(Math.Log(2), logs.Average(), 0.01);
    }

    [Fact]
    public void Inequality_of_equal_and_of_single_holders()
    {
        Assert.Equal(0, Inequality.Gini([3, 3, 3, 3]), 1e-12);
        Assert.Equal(0.75, Inequality.Gini([0, 0, 0, 8]), 1e-12);
        Assert.Equal(0.25, Inequality.Gini([1, 2, 3, 4]), 1e-12);
        Assert.Equal(2, Inequality.Nakamoto([1, 1, 1, 1], 1 / 3.0));
        Assert.Equal(1, Inequality.Nakamoto([9, 1, 1, 1], 1 / 3.0));
    }

    private static void Holds(PriceSettings settings, double mean, double spread)
    {
        double[] logs = Logs(settings);

        // Three standard errors of each.
        Assert.Equal(spread, Spread(logs), 3 * spread / Math.Sqrt(2 * Paths) * 1.2);
        Assert.Equal(mean, logs.Average(Math.Exp), 3 * mean * spread / Math.Sqrt(Paths) * 1.1);
    }

    private static double[] Logs(PriceSettings settings) => [.. Enumerable.Range(0, Paths).Select(path =>
    {
        PriceProcess process = new(settings, 1.0 / 73, new KeyedRandom(1, (ulong)path, "market"));
        double price = settings.Start;
        for (int epoch = 0; epoch < 73; epoch++)
        {
            price = process.Next(price, epoch, 0);
        }

        return Math.Log(price);
    })];

    private static double Spread(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
