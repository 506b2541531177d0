using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.State;

/// <summary>
/// The whole state of one chain: its tables, the journal that can take changes back, and the state root.
/// </summary>
/// <remarks>
/// Changes are made inside a block, undone to a <see cref="Checkpoint"/> when a call reverts, and sealed with the
/// block.
/// The last <c>undoDepth</c> sealed blocks can be undone. One owner at a time; not thread-safe.
/// </remarks>
public sealed class WorldState
{
    private readonly int undoDepth;
    private readonly List<JournaledState> parts = [];
    private readonly UndoStack<JournaledState> journal = new();
    private readonly LinkedList<int> sealedBlocks = new();
    private readonly StateTree tree = new();
    private int unsealed;

    /// <param name="undoDepth">How many sealed blocks can be taken back; the memory of their changes is kept.</param>
    public WorldState(int undoDepth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(undoDepth);
        this.undoDepth = undoDepth;
    }

    /// <summary>The root after the last sealed block.</summary>
    public Hash32 Root => tree.Root;

    /// <summary>Slots that hold something, after the last sealed block.</summary>
    public int Slots => tree.Leaves;

    public int BlocksThatCanBeUndone => sealedBlocks.Count;

    /// <summary>Journal entries kept for undoing: what bounds the memory of history.</summary>
    public int JournalEntries => journal.Count;

    internal SlotWriter Writer { get; } = new();

    /// <summary>
    /// A mapping of a contract; its number is unique among the owner's tables and part of the state root.
    /// </summary>
    public StateTable<TKey, TValue> Table<TKey, TValue>(
        Address owner,
        byte number,
        Action<SlotWriter, TKey> writeKey,
        Action<SlotWriter, TValue> writeValue)
        where TKey : notnull
    {
        StateTable<TKey, TValue> table = new(this, [.. owner.ToArray(), number], writeKey, writeValue);
        parts.Add(table);
        return table;
    }

    public StateCell<TValue> Cell<TValue>(Address owner, byte number, Action<SlotWriter, TValue> writeValue) =>
        new(Table<byte, TValue>(owner, number, static (writer, key) => writer.Byte(key), writeValue));

    /// <summary>Takes two table numbers: <paramref name="number"/> and the next one.</summary>
    public StateList<TItem> List<TItem>(Address owner, byte number, Action<SlotWriter, TItem> writeItem) => new(
        Table<uint, TItem>(owner, number, static (writer, index) => writer.UInt32(index), writeItem),
        Cell<uint>(owner, (byte)(number + 1), static (writer, count) => writer.UInt32(count)));

    public StateSchedule<TKey> Schedule<TKey>()
        where TKey : IComparable<TKey>
    {
        StateSchedule<TKey> schedule = new(this);
        parts.Add(schedule);
        return schedule;
    }

    public Checkpoint Mark() => new(unsealed);

    /// <summary>Takes back every change since <paramref name="checkpoint"/>.</summary>
    public void RollBack(Checkpoint checkpoint)
    {
        Invariant.That(checkpoint.Changes <= unsealed);
        while (unsealed > checkpoint.Changes)
        {
            journal.Pop().UndoUnsealed();
            unsealed--;
        }
    }

    /// <summary>Ends the block: its changes enter the root and can be undone only together.</summary>
    public Hash32 Seal()
    {
        SealParts();
        sealedBlocks.AddLast(unsealed);
        unsealed = 0;
        if (sealedBlocks.Count > undoDepth)
        {
            Forget(sealedBlocks.First!.Value);
            sealedBlocks.RemoveFirst();
        }

        return Root;
    }

    /// <summary>Takes back the newest sealed block.</summary>
    public void UndoBlock()
    {
        Invariant.That(unsealed == 0);
        Invariant.That(sealedBlocks.Count > 0);
        for (int i = sealedBlocks.Last!.Value; i > 0; i--)
        {
            journal.Pop().UndoSealed();
        }

        sealedBlocks.RemoveLast();
        SealParts();
    }

    internal void Record(JournaledState changed)
    {
        journal.Push(changed);
        unsealed++;
    }

    private void SealParts()
    {
        foreach (JournaledState part in parts)
        {
            part.Seal(tree);
        }
    }

    private void Forget(int changes)
    {
        for (int i = 0; i < changes; i++)
        {
            journal.Oldest.ForgetOldest();
            journal.ForgetOldest();
        }
    }

    /// <summary>A point inside the block to which changes can be taken back.</summary>
    public readonly record struct Checkpoint(int Changes);
}
