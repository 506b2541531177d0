using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Consensus;

/// <summary>What a validator is bound to within a height.</summary>
/// <param name="Height">For which it holds.</param>
/// <param name="LockedRound">Last round in which it precommitted a block; −1 for none.</param>
/// <param name="LockedBlock">That block.</param>
/// <param name="ValidRound">Last round with two thirds of prevotes for a block it knows; −1 for none.</param>
/// <param name="ValidBlock">That block.</param>
public readonly record struct ConsensusLock(
    long Height,
    int LockedRound,
    Hash32 LockedBlock,
    int ValidRound,
    Hash32 ValidBlock)
{
    public const int NoRound = -1;

    public static ConsensusLock None(long height) => new(height, NoRound, default, NoRound, default);
}
