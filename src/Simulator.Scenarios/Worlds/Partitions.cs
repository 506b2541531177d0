using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Scenarios.Worlds;

/// <summary>Hosts that hear each other and nobody else for a while.</summary>
internal sealed class Partitions(IReadOnlyList<Partitions.Cut> cuts) : ILinkDisturbances
{
    private static readonly LinkDisturbance Broken = new(SimDuration.Zero, Ratio.One);

    public LinkDisturbance At(HostRef from, HostRef to, SimTime time) =>
        cuts.Any(cut => cut.Separates(from, to, time)) ? Broken : default;

    /// <summary>One partition.</summary>
    /// <param name="From">From this instant on.</param>
    /// <param name="Until">Up to this instant; null: until the run ends.</param>
    /// <param name="Inside">For every host, whether it is on the inner side.</param>
    internal sealed record Cut(SimTime From, SimTime? Until, bool[] Inside)
    {
        public bool Separates(HostRef from, HostRef to, SimTime time) =>
            time >= From && (Until is null || time < Until) && Inside[from.Index] != Inside[to.Index];
    }
}
