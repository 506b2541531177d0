using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Consensus;

/// <summary>Why a block is final: precommits for it, all of one height and round.</summary>
/// <param name="Height">Counted from 1.</param>
/// <param name="Round">The round that decided.</param>
/// <param name="Block">Hash of the block.</param>
/// <param name="Precommits">In order of validator index; whoever receives a certificate counts for itself.</param>
public sealed record CommitCertificate(long Height, int Round, Hash32 Block, IReadOnlyList<Vote> Precommits);
