using Simulator.Primitives;

namespace Simulator.Chain.State;

/// <summary>A Solidity dynamic array: grows at the end, loses an item by moving the last one into its place.</summary>
public sealed class StateList<TItem>
{
    private readonly StateTable<uint, TItem> items;
    private readonly StateCell<uint> count;

    internal StateList(StateTable<uint, TItem> items, StateCell<uint> count)
    {
        this.items = items;
        this.count = count;
    }

    public int Count => (int)count.Value;

    public TItem this[int index]
    {
        get
        {
            Invariant.That(index >= 0 && index < Count);
            return items[(uint)index]!;
        }
    }

    /// <param name="item">Never the default value of its type, which would leave the slot empty.</param>
    public void Add(TItem item)
    {
        items[count.Value] = item;
        count.Value++;
    }

    /// <summary>Swap and pop, as the contracts do: the order of the rest changes.</summary>
    /// <returns>The item that moved into the hole, or the removed one itself when it was the last.</returns>
    public TItem RemoveAt(int index)
    {
        uint last = count.Value - 1;
        TItem moved = this[(int)last];
        items[(uint)index] = moved;
        items[last] = default;
        count.Value = last;
        return moved;
    }

    /// <summary>In array order.</summary>
    public IReadOnlyList<TItem> ToList() => [.. Enumerable.Range(0, Count).Select(index => this[index])];
}
