using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Consensus;

/// <summary>One validator's prevote or precommit for a block, or for none.</summary>
/// <param name="Type">Prevote or precommit.</param>
/// <param name="Height">Counted from 1.</param>
/// <param name="Round">Counted from 0 within the height.</param>
/// <param name="Block">Hash of the block; zero is a vote for nil.</param>
/// <param name="UnixNanoseconds">The voter's clock.</param>
/// <param name="Validator">Index in the validator set.</param>
public sealed record Vote(
    VoteType Type,
    long Height,
    int Round,
    Hash32 Block,
    long UnixNanoseconds,
    int Validator)
{
    /// <summary>Ed25519 over <see cref="SignBytes.Of(Vote, string)"/>; empty where signatures are modelled.</summary>
    public byte[] Signature { get; init; } = [];

    public bool IsNil => Block == Hash32.Zero;
}
