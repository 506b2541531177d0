using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Enclaves;

/// <summary>The requests that wait for a slot, in the order they came, and who has to go when there is no room.</summary>
/// <param name="capacity">Requests that may wait.</param>
/// <param name="policy">Whom to turn away.</param>
/// <param name="price">What an enclave earns by a paid question.</param>
internal sealed class WaitingLine(int capacity, QueuePolicy policy, OpgAmount price)
{
    private readonly LinkedList<Waiting> line = new();

    public int Count => line.Count;

    /// <summary>Takes a request in. Returns who is turned away for it, which may be itself; null when there is room.</summary>
    public Waiting? Add(Message work, SimTime now)
    {
        Waiting arrived = new(work, now);
        line.AddLast(arrived);
        if (line.Count <= capacity)
        {
            return null;
        }

        LinkedListNode<Waiting> unlucky = Choose();
        line.Remove(unlucky);
        return unlucky.Value;
    }

    /// <summary>The next one to compute; null when nobody waits.</summary>
    public Waiting? Next()
    {
        Waiting? first = line.First?.Value;
        if (first is not null)
        {
            line.RemoveFirst();
        }

        return first;
    }

    public void Clear() => line.Clear();

    private LinkedListNode<Waiting> Choose() => policy switch
    {
        QueuePolicy.Refuse => line.Last!,
        QueuePolicy.DropOldest => line.First!,
        QueuePolicy.DropLowestPrice => Cheapest(),
        QueuePolicy.Unset => throw Invariant.Unreachable(policy),
    };

    private LinkedListNode<Waiting> Cheapest()
    {
        LinkedListNode<Waiting> cheapest = line.Last!;
        for (LinkedListNode<Waiting>? node = cheapest.Previous; node is not null; node = node.Previous)
        {
            cheapest = PriceOf(node.Value.Work) < PriceOf(cheapest.Value.Work) ? node : cheapest;
        }

        return cheapest;
    }

    private OpgAmount PriceOf(Message work) => work is ComputeInference ? price : OpgAmount.Zero;

    /// <summary>A request that waits.</summary>
    /// <param name="Work">What is to be computed.</param>
    /// <param name="Since">When it came.</param>
    internal sealed record Waiting(Message Work, SimTime Since);
}
