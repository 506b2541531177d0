namespace Simulator.Cluster;

/// <summary>What one rank has sent to another.</summary>
/// <param name="From">The sender's rank.</param>
/// <param name="Tag">What it is.</param>
/// <param name="Content">Owned by the receiver.</param>
public sealed record RankMessage(int From, int Tag, byte[] Content);
