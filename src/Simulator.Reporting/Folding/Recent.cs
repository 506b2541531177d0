namespace Simulator.Reporting;

/// <summary>The newest entries by key; the oldest goes when there are too many.</summary>
internal sealed class Recent<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> values = [];
    private readonly Queue<TKey> order = new();

    public void Add(TKey key, TValue value)
    {
        if (values.TryAdd(key, value))
        {
            order.Enqueue(key);
        }

        if (order.Count > capacity)
        {
            values.Remove(order.Dequeue());
        }
    }

    public bool TryGet(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value) =>
        values.TryGetValue(key, out value);
}
