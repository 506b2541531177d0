namespace Simulator.Chain.Execution;

/// <summary>The block a call runs in. Contracts know no other time.</summary>
/// <param name="Height">Number of the block; genesis is 0.</param>
/// <param name="UnixTime">Seconds since 1970, as <c>block.timestamp</c>.</param>
public readonly record struct BlockContext(ulong Height, ulong UnixTime);
