using Simulator.Primitives;

namespace Simulator.Actors.Network;

/// <summary>Calendar time of a run: the scenario's offset plus virtual time.</summary>
/// <param name="StartUnixSeconds">Unix time at which the run begins.</param>
public readonly record struct UnixClock(long StartUnixSeconds)
{
    /// <summary>Whole Unix seconds at an instant, rounded down, as every party of the protocol counts them.</summary>
    public long At(SimTime time) => StartUnixSeconds + time.WholeSeconds;
}
