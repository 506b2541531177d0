using Simulator.Chain.Blocks;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.PaymentChains;

/// <summary>Transactions that wait for a block, in order of arrival, and where the executed ones ended up.</summary>
/// <remarks>Receipts are kept for a number of blocks, long enough for every broadcaster's receipt wait.</remarks>
internal sealed class Mempool
{
    /// <summary>Blocks for which receipts can be asked for: a little over an hour of two-second blocks.</summary>
    private const ulong KeptBlocks = 2_048;

    private readonly List<PooledTransaction> waiting = [];
    private readonly SortedSet<Hash32> known = [];
    private readonly Dictionary<Hash32, (ulong Height, string? Revert)> receipts = [];
    private readonly Queue<(ulong Height, Hash32 Transaction)> order = new();

    /// <summary>False when the transaction is known already.</summary>
    public bool TryAdd(PooledTransaction transaction)
    {
        if (!known.Add(transaction.Content.Hash))
        {
            return false;
        }

        waiting.Add(transaction);
        return true;
    }

    /// <summary>Everything that waits; the pool is empty afterwards.</summary>
    public IReadOnlyList<PooledTransaction> TakeAll()
    {
        PooledTransaction[] taken = [.. waiting];
        waiting.Clear();
        return taken;
    }

    /// <summary>What waits, oldest first.</summary>
    public IReadOnlyList<PooledTransaction> Waiting => waiting;

    /// <summary>What a block of somebody else's making has executed or refused no longer waits here.</summary>
    public void Remove(BlockResult block)
    {
        SortedSet<Hash32> done =
        [
            .. block.Receipts.Select(receipt => receipt.Transaction),
            .. block.Refused.Select(refused => refused.Transaction),
        ];
        if (done.Count > 0)
        {
            waiting.RemoveAll(transaction => done.Contains(transaction.Content.Hash));
            known.UnionWith(done);
        }

        Settle(block);
    }

    public void Settle(BlockResult block)
    {
        foreach (TransactionReceipt receipt in block.Receipts)
        {
            receipts[receipt.Transaction] = (block.Header.Height, receipt.Revert?.Name);
            order.Enqueue((block.Header.Height, receipt.Transaction));
        }

        foreach (RefusedTransaction refused in block.Refused)
        {
            known.Remove(refused.Transaction);
        }

        while (order.TryPeek(out (ulong Height, Hash32 Transaction) oldest) && oldest.Height + KeptBlocks < block.Header.Height)
        {
            receipts.Remove(oldest.Transaction);
            known.Remove(oldest.Transaction);
            order.Dequeue();
        }
    }

    public bool TryFind(Hash32 transaction, out (ulong Height, string? Revert) receipt) =>
        receipts.TryGetValue(transaction, out receipt);
}

/// <summary>A transaction with the bytes it came in.</summary>
internal sealed record PooledTransaction(ChainTransaction Content, byte[] Raw);
