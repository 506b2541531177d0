using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
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
    private readonly Dictionary<Hash32, TokenTransfer> transfers = [];
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

    /// <summary>
    /// The nonce that follows <paramref name="next"/> and whatever of the sender's waits behind it without a gap.
    /// </summary>
    public ulong PendingNonce(Address sender, ulong next)
    {
        SortedSet<ulong> queued =
            [.. waiting.Where(pooled => pooled.Content.Sender == sender).Select(pooled => pooled.Content.Nonce)];
        while (queued.Contains(next))
        {
            next++;
        }

        return next;
    }

    /// <summary>Remembers where the executed transactions ended up, and forgets the refused ones.</summary>
    /// <param name="block">The newest block.</param>
    /// <param name="isHeld">Refused transactions that somebody keeps for a later block; they stay known.</param>
    public void Settle(BlockResult block, Predicate<Hash32>? isHeld = null)
    {
        foreach (TransactionReceipt receipt in block.Receipts)
        {
            receipts[receipt.Transaction] = (block.Header.Height, NameOf(receipt.Revert));
            order.Enqueue((block.Header.Height, receipt.Transaction));
            if (receipt.Transfers.Count > 0)
            {
                transfers[receipt.Transaction] = receipt.Transfers[0];
            }
        }

        foreach (RefusedTransaction refused in block.Refused.Where(entry => isHeld?.Invoke(entry.Transaction) != true))
        {
            known.Remove(refused.Transaction);
        }

        while (order.TryPeek(out (ulong Height, Hash32 Transaction) oldest) && oldest.Height + KeptBlocks < block.Header.Height)
        {
            order.Dequeue();
            if (receipts.TryGetValue(oldest.Transaction, out (ulong Height, string? Revert) receipt)
                && receipt.Height == oldest.Height)
            {
                receipts.Remove(oldest.Transaction);
                transfers.Remove(oldest.Transaction);
                known.Remove(oldest.Transaction);
            }
        }
    }

    /// <summary>The transactions' block was taken back: nobody has a receipt for them, but they stay known.</summary>
    public void TakeBack(IEnumerable<PooledTransaction> transactions)
    {
        foreach (PooledTransaction transaction in transactions)
        {
            receipts.Remove(transaction.Content.Hash);
            transfers.Remove(transaction.Content.Hash);
        }
    }

    /// <summary>The first OPG that an executed transaction moved; null when it moved none.</summary>
    public TokenTransfer? TransferOf(Hash32 transaction) => transfers.GetValueOrDefault(transaction);

    public bool TryFind(Hash32 transaction, out (ulong Height, string? Revert) receipt) =>
        receipts.TryGetValue(transaction, out receipt);

    // Solidity's require says why in a text; the error itself is then called Error, which says nothing.
    private static string? NameOf(Revert? revert) =>
        revert?.Name == SolidityErrors.Error.Name ? revert.Text : revert?.Name;
}

/// <summary>A transaction with the bytes it came in.</summary>
internal sealed record PooledTransaction(ChainTransaction Content, byte[] Raw);
