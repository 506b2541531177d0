using Simulator.Actors.Gateways;
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
    private readonly InferenceChain chain = settings.Chain;
    private readonly InferenceMempool mempool = new(settings.Pipe);
    private readonly InferenceReceipts receipts = new();

    private ulong Height => chain.Chain.Head.Height;

    /// <summary>A transaction has entered the mempool.</summary>
    /// <param name="transaction">Any transaction.</param>
    /// <param name="isOwn">Its sender sent it here; otherwise another full node passed it on.</param>
    /// <param name="context">The full node's.</param>
    public void OnTransaction(ChainTransaction transaction, bool isOwn, IActorContext context)
    {
        if (mempool.Add(transaction, Height, isOwn) is not { IsOwn: true } pending)
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

    /// <summary>Keeps a result if it is valid and the first; every full node asks this of every result it hears of.</summary>
    public bool TryTake(PreExecution result) =>
        mempool.Find(result.Request) is { } pending
        && chain.Hub.CheckResult(NextBlock(), pending.Call, pending.Transaction.Hash, pending.Transaction.Data, result) is null
        && mempool.Offer(result);

    /// <summary>Divides waiting transactions for the next block, and puts results next to those that go.</summary>
    public BlockSelection TakeReady(IReadOnlyList<ChainTransaction> waiting) => settings.Proposes(
        mempool.Select(waiting, account => chain.Chain.Account(account).Nonce, Height + 1));

    /// <summary>Whether a block may carry this next to its transaction, as far as a full node can tell beforehand.</summary>
    public bool MayCarry(ChainTransaction transaction) =>
        transaction.Attachment?.Result is not { } result
        || (RunModelCall.Read(transaction.To, transaction.Data) is { } call
            && chain.Hub.CheckResult(NextBlock(), call, transaction.Hash, transaction.Data, result) is null);

    /// <summary>A block has been executed: what it holds no longer waits, and what waits may go to other nodes.</summary>
    /// <param name="block">The block.</param>
    /// <param name="transactions">Its transactions, with what it carries next to them.</param>
    /// <param name="announces">Whether this full node says aloud what blocks hold.</param>
    /// <param name="context">The full node's.</param>
    public void OnBlock(
        BlockResult block, IReadOnlyList<ChainTransaction> transactions, bool announces, IActorContext context)
    {
        long height = (long)block.Header.Height;
        SortedDictionary<Hash32, InferenceAttachment> carried = [];
        foreach (ChainTransaction transaction in transactions.Where(candidate => candidate.Attachment is not null))
        {
            carried[transaction.Hash] = transaction.Attachment!;
        }

        foreach (TransactionReceipt receipt in block.Receipts)
        {
            mempool.Remove(receipt.Transaction);
            if (carried.TryGetValue(receipt.Transaction, out InferenceAttachment? attachment))
            {
                receipts.Add(height, receipt, attachment);
                Announce(announces, height, receipt.Transaction, attachment, context);
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

    private static void Announce(
        bool announces, long height, Hash32 transaction, InferenceAttachment attachment, IActorContext context)
    {
        if (announces && attachment.Result is { } result)
        {
            context.Observe(new InferenceIncluded(
                FullNode.ChainName,
                height,
                transaction,
                (long)attachment.Since,
                result.Request,
                result.TeeId,
                result.Output,
                result.Refusal,
                (long)result.Timestamp,
                result.Signature));
        }
    }

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
            context.Tell(settings.Endpoints[endpoint], new RunInference(due.Pending.Request, due.Pending.Transaction.Data));
        }
    }
}
