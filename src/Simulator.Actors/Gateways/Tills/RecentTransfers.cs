using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>Transfers that have paid for something already, for as long as the chain has receipts of them.</summary>
internal sealed class RecentTransfers
{
    /// <summary>Longer than nodes of the chain keep receipts: 2,048 blocks.</summary>
    private static readonly SimDuration Retention = SimDuration.FromHours(3);

    private readonly SortedSet<Hash32> used = [];
    private readonly Queue<(SimTime At, Hash32 Transaction)> order = new();

    /// <summary>False when the transfer has paid before.</summary>
    public bool TryAdd(Hash32 transaction, SimTime now)
    {
        while (order.TryPeek(out (SimTime At, Hash32 Transaction) oldest) && now - oldest.At > Retention)
        {
            used.Remove(oldest.Transaction);
            order.Dequeue();
        }

        order.Enqueue((now, transaction));
        return used.Add(transaction);
    }

    public void Remove(Hash32 transaction) => used.Remove(transaction);
}
