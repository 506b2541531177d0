using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>One movement of token. From the zero address it is a mint, to the zero address a burn.</summary>
/// <remarks>Transaction is the index in the block; −1 for genesis and the block's own duties.</remarks>
public sealed record TokenTransfer(
    Address Token,
    Address From,
    Address To,
    OpgAmount Amount,
    TransferCause Cause,
    int Transaction);
