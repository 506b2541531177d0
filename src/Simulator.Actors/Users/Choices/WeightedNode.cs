using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Users.Choices;

/// <summary>Price, latency and trust together, each against the best of the candidates, by weights.</summary>
/// <remarks>
/// Each part is worth from 0 to 10000: the lowest price divided by this one, the shortest latency divided by this one,
/// and the score of trust. A node never asked has the shortest latency, so that it is tried.
/// </remarks>
/// <param name="price">Weight of the price, at least 0; not all three may be 0.</param>
/// <param name="latency">Weight of the latency.</param>
/// <param name="trust">Weight of trust.</param>
/// <param name="explores">The share of choices that go to any node.</param>
public sealed class WeightedNode(int price, int latency, int trust, Ratio explores) : RankedNodes(explores)
{
    protected override IReadOnlyList<Int128> Score(IReadOnlyList<KnownNode> candidates, NodeBook book, SimTime now)
    {
        UInt128[] prices = [.. candidates.Select(node => book.PriceOf(node).BaseUnits)];
        UInt128[] latencies = [.. candidates.Select(node => (UInt128)(book.Find(node)?.Latency?.Nanoseconds ?? 0))];
        UInt128 cheapest = prices.Min();
        UInt128 fastest = latencies.Where(span => span > 0).DefaultIfEmpty().Min();
        return
        [
            .. candidates.Select((node, index) =>
                (price * Against(cheapest, prices[index]))
                + (latency * Against(fastest, latencies[index]))
                + ((Int128)trust * book.TrustIn(node, now))),
        ];
    }

    private static Int128 Against(UInt128 best, UInt128 own) => own <= best
        ? NodeExperience.FullScore
        : (Int128)new OpgAmount(best).MultiplyDivideRoundingDown(NodeExperience.FullScore, own).BaseUnits;
}
