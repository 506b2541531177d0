using Simulator.Chain.Consensus;

namespace Simulator.Actors.FullNodes;

/// <summary>What outlives a crash that loses a node's memory.</summary>
public sealed class FullNodeDisk
{
    internal LastSignState Signed { get; } = new();

    /// <summary>Highest block whose contents this node has said aloud.</summary>
    internal long AnnouncedHeight { get; set; } = -1;
}
