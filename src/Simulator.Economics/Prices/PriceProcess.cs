using Simulator.Primitives;

namespace Simulator.Economics.Prices;

/// <summary>Moves the price from epoch to epoch. Exact in distribution at any epoch length, save one jump at most per epoch.</summary>
/// <param name="settings">What it is.</param>
/// <param name="years">Length of an epoch in years.</param>
/// <param name="random">Of the market.</param>
public sealed class PriceProcess(PriceSettings settings, double years, KeyedRandom random)
{
    public const double DaysPerYear = 365.25;

    /// <summary>Beyond these no amount can be counted in atto-OPG any more; a price that gets there stays there.</summary>
    private const double Lowest = 1e-6;
    private const double Highest = 1e6;

    private readonly double spread = settings.Volatility * Math.Sqrt(years);
    private readonly double start = PortableMath.Log(settings.Start);

    /// <summary>The price after an epoch in which somebody bought for so much more than was sold.</summary>
    /// <param name="price">USD per OPG before, above 0.</param>
    /// <param name="epoch">Number of the epoch, from 0.</param>
    /// <param name="netBuying">In USD; negative for selling.</param>
    public double Next(double price, int epoch, double netBuying)
    {
        double impact = settings.Depth > 0 ? netBuying / settings.Depth : 0;
        if (settings.Kind == PriceKind.Path)
        {
            double change = PortableMath.Log(PathAt(epoch + 1) / PathAt(epoch));
            return Keep(price * PortableMath.Exp(change + impact));
        }

        double shock = random.Draw(Purposes.Price, (ulong)epoch).Normal() * spread;
        double drift = PortableMath.Log(1 + settings.Drift) * years;
        double log = settings.Kind switch
        {
            PriceKind.Gbm => drift - (spread * spread / 2) + shock,
            PriceKind.JumpDiffusion => drift - (spread * spread / 2) + shock + Jump(epoch),
            PriceKind.MeanReverting => Revert(price, shock),
            _ => throw Invariant.Unreachable(settings.Kind),
        };
        return Keep(price * PortableMath.Exp(log + impact));
    }

    private static double Keep(double price) => Math.Clamp(price, Lowest, Highest);

    private double PathAt(int epoch) => settings.Path[Math.Min(epoch, settings.Path.Count - 1)];

    // The expected jump is taken out again, so that Drift is what the price grows by.
    private double Jump(int epoch)
    {
        double chance = settings.Jumps * years;
        double mean = PortableMath.Exp(settings.JumpMean + (settings.JumpSpread * settings.JumpSpread / 2)) - 1;
        bool jumps = random.Draw(Purposes.Jump, (ulong)epoch).UnitInterval() < chance;
        double size = jumps
            ? settings.JumpMean + (settings.JumpSpread * random.Draw(Purposes.Jump, (ulong)epoch, 1).Normal())
            : 0;
        return size - PortableMath.Log(1 + (chance * mean));
    }

    private double Revert(double price, double shock)
    {
        double kept = PortableMath.Exp(-settings.Reversion * years);
        double scale = Math.Sqrt((1 - (kept * kept)) / (2 * settings.Reversion * years));
        return ((start - PortableMath.Log(price)) * (1 - kept)) + (shock * scale);
    }
}
