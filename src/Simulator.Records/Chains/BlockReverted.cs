using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A reorganisation took back the newest block of a chain: everything said of that block is void.</summary>
/// <remarks>
/// Void are the <see cref="TransactionExecuted"/>, <see cref="TokenTransferred"/>, <see cref="AuthorisationUsed"/> and
/// <see cref="LedgerPosted"/> of this chain and height that were said before. Blocks are taken back newest first; the
/// blocks that take their places are said afterwards, like any other.
/// </remarks>
/// <param name="Chain">Name of the chain.</param>
/// <param name="Height">Height of the block; another block may come to have it.</param>
/// <param name="Hash">Hash of its header.</param>
/// <param name="TotalSupply">What the token contract says exists without the block.</param>
public sealed record BlockReverted(string Chain, long Height, Hash32 Hash, OpgAmount TotalSupply) : Observation
{
    /// <summary>No reorganisation reaches deeper: what observers need to remember of the past.</summary>
    public const int MaxDepth = 64;
}
