using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Reporting;

/// <summary>When transactions came into their blocks, for as long as their senders wait to hear of it.</summary>
internal sealed class RecentTransactions
{
    private static readonly SimDuration Retention = SimDuration.FromMinutes(10);

    private readonly Dictionary<Hash32, SimTime> included = [];
    private readonly Queue<(SimTime At, Hash32 Transaction)> order = new();

    /// <summary>A later block takes the place of an earlier one, which a reorganisation took back.</summary>
    public void Add(Hash32 transaction, SimTime at)
    {
        included[transaction] = at;
        order.Enqueue((at, transaction));
        while (at - order.Peek().At > Retention)
        {
            (SimTime oldest, Hash32 old) = order.Dequeue();
            if (included.TryGetValue(old, out SimTime kept) && kept == oldest)
            {
                included.Remove(old);
            }
        }
    }

    public SimTime? Find(Hash32 transaction) => included.TryGetValue(transaction, out SimTime at) ? at : null;
}
