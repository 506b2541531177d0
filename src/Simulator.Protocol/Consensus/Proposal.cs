using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Consensus;

/// <summary>A proposer's offer of one block in one round.</summary>
/// <param name="Height">Counted from 1.</param>
/// <param name="Round">Counted from 0 within the height.</param>
/// <param name="PolRound">Round whose prevotes justify proposing this block again; −1 for a new block.</param>
/// <param name="Block">Hash of the block.</param>
/// <param name="UnixNanoseconds">The proposer's clock.</param>
/// <param name="Proposer">Index in the validator set.</param>
public sealed record Proposal(
    long Height,
    int Round,
    int PolRound,
    Hash32 Block,
    long UnixNanoseconds,
    int Proposer)
{
    /// <summary><see cref="PolRound"/> of a block that is proposed for the first time.</summary>
    public const int NoPolRound = -1;

    /// <summary>Ed25519 over <see cref="SignBytes.Of(Proposal, string)"/>; empty where signatures are modelled.</summary>
    public byte[] Signature { get; init; } = [];

    /// <summary>The prevotes of <see cref="PolRound"/> for this block; empty for a new block.</summary>
    /// <remarks>
    /// Not signed by the proposer, since each vote is signed by its voter. CometBFT's gossip brings them apart; here
    /// they travel with the proposal they justify.
    /// </remarks>
    public IReadOnlyList<Vote> Justification { get; init; } = [];
}
