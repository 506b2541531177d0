using Simulator.Primitives;
using Simulator.Scenarios.Settings;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>The points of designs that draw their arms from ranges.</summary>
internal static class UnitPoints
{
    public static IUnitDesign Of(Variation.Sampled sampled, ulong seed)
    {
        int factors = sampled.Ranges.Count;
        return sampled.Design switch
        {
            VariationDesign.Lhs => new LatinHypercube(sampled.Samples, factors, Random(seed, "design")),
            VariationDesign.Sobol => new SaltelliDesign(sampled.Samples, factors, Random(seed, "design")),
            VariationDesign.Morris => new MorrisDesign(sampled.Samples, factors, Random(seed, "design")),
            _ => throw Invariant.Unreachable(sampled.Design),
        };
    }

    /// <summary>Luck of the analysis itself, apart from that of any run.</summary>
    /// <param name="seed">The scenario's.</param>
    /// <param name="purpose">What is drawn, for example the name of a figure.</param>
    public static KeyedRandom Random(ulong seed, string purpose) => new(seed, 0, $"experiment/{purpose}");
}
