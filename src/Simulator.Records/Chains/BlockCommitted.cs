using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>One full node took a block as final and executed it.</summary>
/// <param name="Chain">Name of the chain: <c>inference</c>.</param>
/// <param name="Certificate">Height, deciding round, block hash and the precommits this node counted.</param>
/// <param name="Power">Power of those precommits as the node counted it.</param>
/// <param name="Maker">Index of the validator that made the block.</param>
/// <param name="MadeInRound">Round in which it was first proposed.</param>
/// <param name="StateRoot">The node's own state after the block.</param>
/// <param name="Transactions">What the block holds, in order.</param>
/// <param name="CaughtUp">The node was behind and took block and certificate from a peer.</param>
public sealed record BlockCommitted(
    string Chain,
    CommitCertificate Certificate,
    long Power,
    int Maker,
    int MadeInRound,
    Hash32 StateRoot,
    IReadOnlyList<Hash32> Transactions,
    bool CaughtUp) : Observation;
