using Simulator.Chain.Blocks;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Chain.Pipe;

/// <summary>
/// Requests for inference found in waiting transactions: who computes them, what came back, and what may be included.
/// </summary>
/// <remarks>
/// The next block never waits for an inference. A transaction without a result waits itself, and with it the later
/// nonces of its sender; everybody else's go first. After the deadline it is included without a result and reverts, so
/// that its nonce is used and its sender hears of it. Decision: docs/adr, "Inference never delays a block".
/// </remarks>
public sealed class InferenceMempool(PipeSettings settings)
{
    private readonly List<PendingInference> order = [];
    private readonly SortedDictionary<Hash32, PendingInference> byTransaction = [];
    private readonly SortedDictionary<Hash32, PendingInference> byRequest = [];

    /// <summary>Requests that wait, with or without a result.</summary>
    public int Count => order.Count;

    public PendingInference? Find(Hash32 request) => byRequest.GetValueOrDefault(request);

    /// <summary>Takes a transaction's request, if it has one that a model can answer.</summary>
    /// <param name="transaction">Any transaction.</param>
    /// <param name="height">Height of the chain now.</param>
    /// <param name="isOwn">Whether this full node is to have it computed.</param>
    /// <returns>The request; null for another transaction, and for one that is here already.</returns>
    public PendingInference? Add(ChainTransaction transaction, ulong height, bool isOwn)
    {
        RunModelCall? call = transaction.To == InferenceHub.DefaultAddress
            ? RunModelCall.Read(transaction.To, transaction.Data)
            : null;
        if (call is null or { Mode: InferenceMode.Zkml } || byTransaction.ContainsKey(transaction.Hash))
        {
            return null;
        }

        PendingInference pending = new(transaction, call, height, isOwn);
        order.Add(pending);
        byTransaction.Add(transaction.Hash, pending);
        byRequest.Add(pending.Request, pending);
        return pending;
    }

    /// <summary>Whom to send which request now; to be asked after every change and at every block.</summary>
    /// <param name="height">Height of the chain now.</param>
    /// <param name="active">Nodes that the registry has as active.</param>
    public IReadOnlyList<Dispatch> Assign(ulong height, IReadOnlyList<Hash32> active)
    {
        List<Dispatch> due = [];
        foreach (PendingInference pending in order)
        {
            if (pending.IsOwn && pending.Result is null)
            {
                int wanted = settings.Executions + (int)((height - pending.Since) / (ulong)settings.Retry);
                due.AddRange(pending.Assign(wanted, height, active).Select(id => new Dispatch(pending, id)));
            }
        }

        return due;
    }

    /// <summary>A node will not answer, or answered wrongly: the request goes to another.</summary>
    public void Decline(Hash32 request, Hash32 teeId, ulong height) => Find(request)?.Decline(teeId, height);

    /// <summary>Keeps the first valid result; false when it is late or for nobody. Validity is the caller's to check.</summary>
    public bool Offer(PreExecution result)
    {
        if (Find(result.Request) is not { Result: null } pending)
        {
            return false;
        }

        pending.Result = result;
        return true;
    }

    /// <summary>Divides what waits: every sender's transactions by nonce, up to its first that cannot go yet.</summary>
    /// <param name="waiting">In order of arrival.</param>
    /// <param name="nonceOf">The chain's next nonce of an account.</param>
    /// <param name="height">Height of the block to be made.</param>
    public BlockSelection Select(
        IReadOnlyList<ChainTransaction> waiting, Func<Address, ulong> nonceOf, ulong height)
    {
        SortedDictionary<Address, Queue<ChainTransaction>> going = [];
        SortedSet<Hash32> included = [];
        foreach (IGrouping<Address, ChainTransaction> sender in waiting.GroupBy(transaction => transaction.Sender))
        {
            Queue<ChainTransaction> ready = GoingOf(sender, nonceOf(sender.Key), height);
            going.Add(sender.Key, ready);
            included.UnionWith(ready.Select(transaction => transaction.Hash));
        }

        List<ChainTransaction> held = [];
        List<ChainTransaction> chosen = [];
        foreach (ChainTransaction transaction in waiting)
        {
            if (included.Contains(transaction.Hash))
            {
                chosen.Add(WithAttachment(going[transaction.Sender].Dequeue()));
            }
            else
            {
                held.Add(transaction);
            }
        }

        return new BlockSelection(chosen, held);
    }

    /// <summary>Forgets a transaction that is in a block or was refused.</summary>
    public void Remove(Hash32 transaction)
    {
        if (byTransaction.Remove(transaction, out PendingInference? pending))
        {
            byRequest.Remove(pending.Request);
            order.Remove(pending);
        }
    }

    // A nonce that is used already goes along, to be refused by the block and dropped.
    private Queue<ChainTransaction> GoingOf(IEnumerable<ChainTransaction> ofOneSender, ulong next, ulong height)
    {
        Queue<ChainTransaction> going = new();
        foreach (ChainTransaction transaction in ofOneSender.OrderBy(transaction => transaction.Nonce))
        {
            if (transaction.Nonce > next || (transaction.Nonce == next && !MayGo(transaction, height)))
            {
                break;
            }

            going.Enqueue(transaction);
            next = Math.Max(next, transaction.Nonce + 1);
        }

        return going;
    }

    private bool MayGo(ChainTransaction transaction, ulong height) =>
        !byTransaction.TryGetValue(transaction.Hash, out PendingInference? pending)
        || pending.Result is not null
        || height - pending.Since >= (ulong)settings.Deadline;

    private ChainTransaction WithAttachment(ChainTransaction transaction) =>
        byTransaction.TryGetValue(transaction.Hash, out PendingInference? pending)
            ? transaction with { Attachment = new InferenceAttachment(pending.Since, pending.Result) }
            : transaction;
}
