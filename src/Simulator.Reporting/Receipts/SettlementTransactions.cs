using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Receipts;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Successful transactions that receipts may name, with the block each stands in.</summary>
internal sealed class SettlementTransactions
{
    private readonly Dictionary<Hash32, ReceiptTransaction> standing = [];
    private readonly HashSet<Hash32> fresh = [];
    private readonly HashSet<Hash32> takenBack = [];
    private readonly RecentBlocks<Hash32> recent = new();
    private readonly List<TransactionExecuted> ofThisBlock = [];

    /// <summary>The transaction in its block; null when none is known to hold it.</summary>
    public ReceiptTransaction? Find(Hash32 transaction) => standing.GetValueOrDefault(transaction);

    /// <summary>Its block was taken back, and it has succeeded in no other.</summary>
    public bool IsGone(Hash32 transaction) => takenBack.Contains(transaction);

    /// <summary>Whether a reorganisation may still change where it stands.</summary>
    public bool IsOpen(Hash32 transaction) => fresh.Contains(transaction) || takenBack.Contains(transaction);

    public void Forget(Hash32 transaction) => standing.Remove(transaction);

    public void Add(TransactionExecuted said) => ofThisBlock.Add(said);

    /// <summary>The block that holds what was added before.</summary>
    /// <returns>Transactions whose block no reorganisation reaches any more.</returns>
    public IReadOnlyList<Hash32> Seal(BlockProduced block)
    {
        foreach (TransactionExecuted executed in ofThisBlock)
        {
            Hash32 hash = executed.Transaction;
            standing[hash] = new ReceiptTransaction(executed.Raw!, hash, block.Height, block.Hash, block.UnixTime);
            fresh.Add(hash);
            takenBack.Remove(hash);
            recent.Add(block.Chain, block.Height, hash);
        }

        ofThisBlock.Clear();
        IReadOnlyList<Hash32> buried = recent.Bury(block.Chain, block.Height);
        fresh.ExceptWith(buried);
        return buried;
    }

    public void TakeBack(BlockReverted block)
    {
        foreach (Hash32 hash in recent.TakeBack(block.Chain, block.Height))
        {
            standing.Remove(hash);
            fresh.Remove(hash);
            takenBack.Add(hash);
        }
    }
}
