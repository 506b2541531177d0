namespace Simulator.Records;

/// <summary>What was said of the newest blocks of each chain, for as long as a reorganisation can make it void.</summary>
/// <remarks>Memory is bounded by <see cref="BlockReverted.MaxDepth"/> blocks of each chain.</remarks>
public sealed class RecentBlocks<T>
{
    private readonly SortedDictionary<string, SortedDictionary<long, List<T>>> chains = new(StringComparer.Ordinal);

    /// <summary>Something was said of the block at this height.</summary>
    public void Add(string chain, long height, T item)
    {
        if (!chains.TryGetValue(chain, out SortedDictionary<long, List<T>>? blocks))
        {
            chains[chain] = blocks = [];
        }

        if (!blocks.TryGetValue(height, out List<T>? items))
        {
            blocks[height] = items = [];
        }

        items.Add(item);
    }

    /// <summary>The block is taken back: what was said of it, newest first. It is forgotten with that.</summary>
    public IReadOnlyList<T> TakeBack(string chain, long height)
    {
        if (!chains.TryGetValue(chain, out SortedDictionary<long, List<T>>? blocks)
            || !blocks.Remove(height, out List<T>? items))
        {
            return [];
        }

        items.Reverse();
        return items;
    }

    /// <summary>
    /// The chain has grown to this height: forgets what no reorganisation reaches any more, and hands it out, oldest
    /// first.
    /// </summary>
    public IReadOnlyList<T> Bury(string chain, long newest)
    {
        if (!chains.TryGetValue(chain, out SortedDictionary<long, List<T>>? blocks))
        {
            return [];
        }

        List<T> buried = [];
        while (blocks.Count > 0 && blocks.First() is (var height, var items) && height <= newest - BlockReverted.MaxDepth)
        {
            buried.AddRange(items);
            blocks.Remove(height);
        }

        return buried;
    }
}
