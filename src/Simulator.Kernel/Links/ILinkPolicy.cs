namespace Simulator.Kernel;

/// <summary>
/// Which link leads from one host to another. A pure function: asked at any time, any number of times.
/// </summary>
public interface ILinkPolicy
{
    /// <summary>
    /// A lower bound of all links' minimum latency, > 0, or null when it takes asking for every pair to find out.
    /// </summary>
    /// <remarks>Only a world in several shards asks, for its lookahead; large worlds should state it.</remarks>
    SimDuration? LeastLatency => null;

    LinkSettings Between(HostRef from, HostRef to);
}
