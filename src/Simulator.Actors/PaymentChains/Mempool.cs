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

    /// <summary>The nonce that follows <paramref name="next"/> and whatever of the sender's waits behind it without a gap.</summary>
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

    public void Settle(BlockResult block)
    {
        foreach (TransactionReceipt receipt in block.Receipts)
        {
            receipts[receipt.Transaction] = (block.Header.Height, NameOf(receipt.Revert));
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

    // Solidity's require says why in a text; the error itself is then called Error, which says nothing.
    private static string? NameOf(Revert? revert) => revert?.Text ?? revert?.Name;
}

/// <summary>A transaction with the bytes it came in.</summary>
internal sealed record PooledTransaction(ChainTransaction Content, byte[] Raw);
