using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Benchmarks.Consensus;

/// <summary>Hosts below a number and the rest do not hear each other for a while.</summary>
public sealed class Partition(int firstOfOthers, SimTime begins, SimTime heals) : ILinkDisturbances
{
    public LinkDisturbance At(HostRef from, HostRef to, SimTime time)
    {
        bool apart = from.Index < firstOfOthers != to.Index < firstOfOthers;
        return apart && time >= begins && time < heals
            ? new LinkDisturbance(SimDuration.Zero, Ratio.One)
            : default;
    }
}
