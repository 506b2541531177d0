using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Scenarios.Settings;
using LatencyAboveMinimum = Simulator.Kernel.LatencyDistribution;

namespace Simulator.Scenarios.Worlds;

/// <summary>The scenario's link profile in the kernel's terms.</summary>
internal static class Links
{
    public static ILinkPolicy Of(LinkProfile profile) => new UniformLinks(new LinkSettings
    {
        MinimumLatency = profile.Latency.Minimum,
        AboveMinimum = AboveMinimum(profile.Latency),
        BitRate = profile.Bandwidth,
        Loss = profile.Loss,
        Duplication = profile.Duplication,
    });

    // What "typical" means for each shape is said at LatencySettings.Typical.
    private static LatencyAboveMinimum AboveMinimum(LatencySettings latency)
    {
        SimDuration above = latency.Typical - latency.Minimum;
        return latency.Distribution switch
        {
            Settings.LatencyDistribution.Unset => throw Invariant.Unreachable(latency.Distribution),
            Settings.LatencyDistribution.Constant => new LatencyAboveMinimum.Constant(above),
            Settings.LatencyDistribution.Uniform => new LatencyAboveMinimum.Uniform(SimDuration.Zero, above * 2),
            Settings.LatencyDistribution.Exponential => new LatencyAboveMinimum.Exponential(above),
            Settings.LatencyDistribution.Lognormal => new LatencyAboveMinimum.LogNormal(above, latency.Spread.ToDouble()),
        };
    }
}
