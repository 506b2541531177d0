using Simulator.Statistics;

namespace Simulator.Experiments.Honesty;

/// <summary>One kind of node under every tolerance.</summary>
/// <param name="Node">What it does otherwise than the reference.</param>
/// <param name="Cheats">Whether a comparison should notice it.</param>
/// <param name="Distances">Relative distance of each of its answers from the reference's; ≥ 0, ∞ where shapes differ.</param>
public sealed record HonestyCurve(string Node, bool Cheats, IReadOnlyList<double> Distances)
{
    /// <summary>
    /// The share of answers that are judged wrongly under a tolerance, with its Wilson interval: taken for another answer
    /// where the node is honest (it is slashed), taken for the same where it cheats (it is missed).
    /// </summary>
    public Estimate Wrong(double tolerance)
    {
        long beyond = Distances.LongCount(distance => distance > tolerance);
        return ProportionInterval.Wilson(Cheats ? Distances.Count - beyond : beyond, Distances.Count);
    }
}
