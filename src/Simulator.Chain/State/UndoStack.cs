using System.Runtime.InteropServices;
using Simulator.Primitives;

namespace Simulator.Chain.State;

/// <summary>A stack whose oldest end can be forgotten cheaply: undo records of the last few blocks.</summary>
internal sealed class UndoStack<T>
{
    private readonly List<T> items = [];
    private int forgotten;

    public int Count => items.Count - forgotten;

    public T Oldest => items[forgotten];

    public void Push(T item) => items.Add(item);

    public T Pop()
    {
        Invariant.That(Count > 0);
        T item = items[^1];
        items.RemoveAt(items.Count - 1);
        return item;
    }

    /// <summary>The newest <paramref name="count"/> items, oldest of them first.</summary>
    public ReadOnlySpan<T> Newest(int count) => CollectionsMarshal.AsSpan(items)[^count..];

    /// <summary>Amortised constant time: the hole at the front is closed once it is half of the list.</summary>
    public void ForgetOldest()
    {
        Invariant.That(Count > 0);
        items[forgotten++] = default!;
        if (forgotten > 32 && forgotten * 2 > items.Count)
        {
            items.RemoveRange(0, forgotten);
            forgotten = 0;
        }
    }
}
