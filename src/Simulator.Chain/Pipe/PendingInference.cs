using Simulator.Chain.Blocks;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Chain.Pipe;

/// <summary>A request in the inference mempool: its transaction, who computes it, and the result once there is one.</summary>
public sealed class PendingInference
{
    private readonly SortedSet<Hash32> assigned = [];
    private readonly SortedDictionary<Hash32, ulong> declined = [];

    internal PendingInference(ChainTransaction transaction, RunModelCall call, ulong since, bool isOwn)
    {
        Transaction = transaction;
        Call = call;
        Since = since;
        IsOwn = isOwn;
        Request = PreExecution.RequestIdOf(transaction.Hash);
    }

    public ChainTransaction Transaction { get; }

    public RunModelCall Call { get; }

    public Hash32 Request { get; }

    /// <summary>Height of the chain when the transaction was taken.</summary>
    public ulong Since { get; }

    /// <summary>This full node took the transaction from its sender, and has it computed.</summary>
    public bool IsOwn { get; }

    public PreExecution? Result { get; internal set; }

    /// <summary>Nodes that have been given the request and may still answer.</summary>
    public IReadOnlyCollection<Hash32> Assigned => assigned;

    /// <summary>A node's place in the request's own order of nodes: the highest Keccak-256(request ‖ node) first.</summary>
    public static Hash32 RankOf(Hash32 request, Hash32 teeId) =>
        Keccak256.Hash([.. request.ToArray(), .. teeId.ToArray()]);

    internal void Decline(Hash32 teeId, ulong height)
    {
        assigned.Remove(teeId);
        declined[teeId] = height;
    }

    /// <summary>Tops the assignment up to <paramref name="wanted"/> active nodes.</summary>
    /// <remarks>
    /// In the order of <see cref="RankOf"/>; nodes that declined come last, and not again at the same height.
    /// </remarks>
    internal List<Hash32> Assign(int wanted, ulong height, IReadOnlyList<Hash32> active)
    {
        assigned.IntersectWith(active);
        List<Hash32> chosen = [.. active
            .Where(id => !assigned.Contains(id) && !(declined.TryGetValue(id, out ulong when) && when >= height))
            .OrderBy(id => declined.ContainsKey(id))
            .ThenByDescending(id => RankOf(Request, id))
            .Take(Math.Max(0, wanted - assigned.Count))];
        assigned.UnionWith(chosen);
        return chosen;
    }
}
