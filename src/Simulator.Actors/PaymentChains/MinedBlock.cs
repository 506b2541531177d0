using Simulator.Chain.Blocks;
using Simulator.Economics.Ledgers;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.PaymentChains;

/// <summary>A block that a reorganisation may still take back.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Transactions">What it holds, in order.</param>
/// <param name="Postings">What it posted in the ledger, in order.</param>
internal sealed record MinedBlock(
    BlockHeader Header, IReadOnlyList<PooledTransaction> Transactions, IReadOnlyList<Posting<Address>> Postings);
