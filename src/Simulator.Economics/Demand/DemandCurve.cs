using Simulator.Economics.Prices;
using Simulator.Primitives;

namespace Simulator.Economics.Demand;

/// <summary>Demand of constant elasticity with growth, shocks, noise and a budget.</summary>
public sealed class DemandCurve(DemandSettings settings, double epochDays, KeyedRandom random)
{
    /// <summary>Requests wanted in an epoch.</summary>
    /// <param name="epoch">Number of the epoch, from 0.</param>
    /// <param name="price">USD per request, above 0.</param>
    public double Wanted(int epoch, double price)
    {
        double day = epoch * epochDays;
        double log = settings.Elasticity * PortableMath.Log(price / settings.ReferencePrice);
        log += PortableMath.Log(1 + settings.Growth) * day / PriceProcess.DaysPerYear;
        if (settings.Noise > 0)
        {
            log += settings.Noise * random.Draw(Purposes.Demand, (ulong)epoch).Normal();
        }

        double wanted = settings.PerDay * epochDays * PortableMath.Exp(log);
        foreach (DemandShock shock in settings.Shocks)
        {
            wanted *= day >= shock.FromDay && day < shock.ToDay ? shock.Factor : 1;
        }

        return settings.Budget > 0 ? Math.Min(wanted, settings.Budget * epochDays / price) : wanted;
    }
}
