using Simulator.Chain.Blocks;

namespace Simulator.Chain.Pipe;

/// <summary>Waiting transactions, divided for the next block.</summary>
/// <param name="Ready">To be included, in this order, with what the block carries next to them.</param>
/// <param name="Held">To wait on, in order of arrival.</param>
public sealed record BlockSelection(IReadOnlyList<ChainTransaction> Ready, IReadOnlyList<ChainTransaction> Held);
