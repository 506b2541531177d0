using Simulator.Actors.Gateways;
using Simulator.Actors.PaymentChains;
using Simulator.Actors.Rpc;
using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Pipe;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Records;

namespace Simulator.Actors.FullNodes;

/// <summary>A full node's part in parallel pre-execution: it gives requests out, takes results in, and picks for blocks.</summary>
/// <remarks>
/// The full node that took a transaction from its sender has it computed. Nodes are found by the endpoints that the
/// registry has. Sends: <see cref="RunInference"/>, <see cref="GetInferenceResultReply"/>.
/// </remarks>
internal sealed class InferencePipe(FullNodeSettings settings)
{
    /// <summary>Results kept for transactions that have not been heard of yet.</summary>
    private const int EarlyResults = 1_024;

    /// <summary>Blocks by which two full nodes may differ over when a transaction was taken.</summary>
    private const ulong SinceTolerance = 2;

    private readonly InferenceChain chain = settings.Chain;
    private readonly InferenceMempool mempool = new(settings.Pipe);
    private readonly InferenceReceipts receipts = new();
    private readonly SortedDictionary<Hash32, PreExecution> early = [];
    private readonly Queue<Hash32> earlyByAge = new();

    private ulong Height => chain.Chain.Head.Height;

    /// <summary>A transaction has entered the mempool.</summary>
    /// <param name="transaction">Any transaction.</param>
    /// <param name="isOwn">Its sender sent it here; otherwise another full node passed it on.</param>
    /// <param name="context">The full node's.</param>
    public void OnTransaction(ChainTransaction transaction, bool isOwn, IActorContext context)
    {
        if (mempool.Add(transaction, Height, isOwn) is not { } pending)
        {
            return;
        }

        if (early.Remove(pending.Request, out PreExecution? result))
        {
            TryTake(result);
        }

        if (!isOwn)
        {
            return;
        }

        context.Observe(new InferencePending(FullNode.ChainName, transaction.Hash, pending.Request, (long)Height));
        Dispatch(context);
    }

    /// <summary>An inference node answered; the result when it is the first valid one, for others to hear of.</summary>
    public PreExecution? OnReply(InferenceResultReply reply, IActorContext context)
    {
        PreExecution? result = reply.Refusal is null ? PreExecution.Read(reply.Result) : null;
        if (result is not null && TryTake(result))
        {
            return result;
        }

        if (mempool.Find(reply.Request) is { Result: null })
        {
            mempool.Decline(reply.Request, reply.TeeId, Height);
            Dispatch(context);
        }

        return null;
    }

    /// <summary>Another full node has heard of a result; it may be here before its transaction is.</summary>
    public void OnGossip(GossipResult message)
    {
        if (PreExecution.Read(message.Result) is not { } result || TryTake(result)
            || mempool.Find(result.Request) is not null || !early.TryAdd(result.Request, result))
        {
            return;
        }

        earlyByAge.Enqueue(result.Request);
        if (earlyByAge.Count > EarlyResults)
        {
            early.Remove(earlyByAge.Dequeue());
        }
    }

    /// <summary>What the next block may hold of what waits, with results next to it, as far as gas limits fit.</summary>
    public IReadOnlyList<PooledTransaction> TakeReady(IReadOnlyList<PooledTransaction> waiting, ulong gas)
    {
        if (waiting.Count == 0)
        {
            return [];
        }

        SortedDictionary<Hash32, byte[]> raw = new(waiting.ToDictionary(entry => entry.Content.Hash, entry => entry.Raw));
        BlockSelection selection = settings.Proposes(mempool.Select(
            [.. waiting.Select(entry => entry.Content)], account => chain.Chain.Account(account).Nonce, Height + 1));
        List<PooledTransaction> fitting = [];
        SortedSet<Address> stopped = [];
        foreach (ChainTransaction transaction in selection.Ready)
        {
            if (transaction.GasLimit > gas || stopped.Contains(transaction.Sender))
            {
                // Its sender's later nonces could not run without it.
                stopped.Add(transaction.Sender);
                continue;
            }

            gas -= transaction.GasLimit;
            fitting.Add(new PooledTransaction(transaction, raw[transaction.Hash]));
        }

        return fitting;
    }

    /// <summary>The oldest of what waits that the next block could hold; null when there is none.</summary>
    public Hash32? FirstReady(IReadOnlyList<PooledTransaction> waiting)
    {
        if (waiting.Count == 0)
        {
            return null;
        }

        BlockSelection selection = mempool.Select(
            [.. waiting.Select(entry => entry.Content)], account => chain.Chain.Account(account).Nonce, Height + 1);
        return selection.Ready.Count == 0 ? null : selection.Ready[0].Hash;
    }

    /// <summary>Whether a block of that time may carry this next to its transaction.</summary>
    public bool MayCarry(ChainTransaction transaction, ulong unixTime)
    {
        if (RequestOf(transaction) is not { } call)
        {
            return transaction.Attachment is null;
        }

        return transaction.Attachment is { } attachment
            && (attachment.Result is not { } result
                || chain.Hub.CheckResult(
                    new BlockContext(Height + 1, unixTime), call, transaction.Hash, transaction.Data, result) is null);
    }

    /// <summary>Whether a request that a proposer gives up has had its time, as far as this full node saw.</summary>
    public bool HadItsTime(ChainTransaction transaction) =>
        transaction.Attachment is not { Result: null } attachment
        || (attachment.Since + (ulong)settings.Pipe.Deadline <= Height + 1
            && !(mempool.Find(PreExecution.RequestIdOf(transaction.Hash)) is { } pending
                && pending.Since > attachment.Since + SinceTolerance));

    /// <summary>Says aloud which results a block holds.</summary>
    /// <param name="block">The block.</param>
    /// <param name="transactions">Its transactions, with what it carries next to them.</param>
    /// <param name="context">The full node's.</param>
    public static void Announce(BlockResult block, IReadOnlyList<ChainTransaction> transactions, IActorContext context)
    {
        SortedDictionary<Hash32, InferenceAttachment> carried = CarriedIn(transactions);
        foreach (TransactionReceipt receipt in block.Receipts)
        {
            if (carried.TryGetValue(receipt.Transaction, out InferenceAttachment? attachment)
                && attachment.Result is { } result)
            {
                context.Observe(new InferenceIncluded(
                    FullNode.ChainName,
                    (long)block.Header.Height,
                    receipt.Transaction,
                    (long)attachment.Since,
                    result.Request,
                    result.TeeId,
                    result.Output,
                    result.Refusal,
                    (long)result.Timestamp,
                    result.Signature));
            }
        }
    }

    /// <summary>A block has been executed: what it holds no longer waits, and what waits may go to other nodes.</summary>
    /// <param name="block">The block.</param>
    /// <param name="transactions">Its transactions, with what it carries next to them.</param>
    /// <param name="context">The full node's.</param>
    public void OnBlock(BlockResult block, IReadOnlyList<ChainTransaction> transactions, IActorContext context)
    {
        SortedDictionary<Hash32, InferenceAttachment> carried = CarriedIn(transactions);
        foreach (TransactionReceipt receipt in block.Receipts)
        {
            mempool.Remove(receipt.Transaction);
            if (carried.TryGetValue(receipt.Transaction, out InferenceAttachment? attachment))
            {
                receipts.Add((long)block.Header.Height, receipt, attachment);
            }
        }

        foreach (RefusedTransaction refused in block.Refused)
        {
            mempool.Remove(refused.Transaction);
        }

        Dispatch(context);
    }

    public void OnGetInferenceResult(ActorRef caller, GetInferenceResult call, IActorContext context)
    {
        InferenceReceipt? receipt = receipts.Find(call.Transaction);
        context.Tell(
            caller,
            new GetInferenceResultReply(
                call.Call, receipt is not null, receipt?.Height ?? 0, receipt?.Revert, receipt?.Attachment ?? []));
    }

    private static SortedDictionary<Hash32, InferenceAttachment> CarriedIn(IEnumerable<ChainTransaction> transactions)
    {
        SortedDictionary<Hash32, InferenceAttachment> carried = [];
        foreach (ChainTransaction transaction in transactions)
        {
            if (transaction.Attachment is { } attachment)
            {
                carried[transaction.Hash] = attachment;
            }
        }

        return carried;
    }

    private static RunModelCall? RequestOf(ChainTransaction transaction) =>
        transaction.To == InferenceHub.DefaultAddress
        && RunModelCall.Read(transaction.To, transaction.Data) is { Mode: not InferenceMode.Zkml } call
            ? call
            : null;

    // Every full node asks this of every result it hears of: only a valid one is kept, and only the first.
    private bool TryTake(PreExecution result) =>
        mempool.Find(result.Request) is { } pending
        && chain.Hub.CheckResult(NextBlock(), pending.Call, pending.Transaction.Hash, pending.Transaction.Data, result) is null
        && mempool.Offer(result);

    private BlockContext NextBlock() => new(Height + 1, chain.Chain.Head.UnixTime);

    private void Dispatch(IActorContext context)
    {
        if (mempool.Count == 0)
        {
            return;
        }

        ulong now = chain.Chain.Head.UnixTime;
        IReadOnlyList<Hash32> active = [.. chain.Registry.ActiveTees(now)
            .Where(tee => settings.Endpoints.ContainsKey(tee.Endpoint))
            .Select(tee => tee.TeeId)];
        foreach (Dispatch due in mempool.Assign(Height, active))
        {
            string endpoint = chain.Registry.Find(due.TeeId)!.Endpoint;
            context.Observe(new InferenceDispatched(due.Pending.Request, due.TeeId, (long)Height));
            context.Tell(
                settings.Endpoints[endpoint].Gateway,
                new RunInference(due.Pending.Request, due.TeeId, due.Pending.Transaction.Data));
        }
    }
}
