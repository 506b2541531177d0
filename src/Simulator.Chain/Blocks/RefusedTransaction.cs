using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>A transaction that was offered for a block and not included.</summary>
public sealed record RefusedTransaction(Hash32 Transaction, TransactionRefusal Reason);
