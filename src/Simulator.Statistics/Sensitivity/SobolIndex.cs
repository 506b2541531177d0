namespace Simulator.Statistics;

/// <summary>Which share of an output's variance goes back to one factor.</summary>
/// <param name="First">By itself: what knowing this factor alone would take away. In [0, 1] but for chance.</param>
/// <param name="Total">With all its interactions: what not knowing this factor alone would leave. At least
/// <see cref="First"/> but for chance.</param>
public sealed record SobolIndex(Estimate First, Estimate Total);
