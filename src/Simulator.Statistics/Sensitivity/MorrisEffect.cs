namespace Simulator.Statistics;

/// <summary>What changing one factor does on the average over the cube, per unit of its range.</summary>
/// <param name="Mean">μ: signed, so that effects of opposite sign cancel.</param>
/// <param name="MeanAbsolute">μ*: how much the factor matters; factors are ranked by it.</param>
/// <param name="Deviation">σ: bends and interactions.</param>
/// <remarks>M. D. Morris (1991); μ* of F. Campolongo et al. (2007). Intervals: expanded percentiles over
/// trajectories.</remarks>
public sealed record MorrisEffect(Estimate Mean, Estimate MeanAbsolute, Estimate Deviation);
