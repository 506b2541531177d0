namespace Simulator.Chain.State;

/// <summary>
/// What becomes due when, ordered by time and then by key. Derived from slots, so not part of the state root.
/// </summary>
public sealed class StateSchedule<TKey> : JournaledState
    where TKey : IComparable<TKey>
{
    private readonly WorldState world;
    private readonly SortedSet<(ulong Due, TKey Key)> entries = [];
    private readonly UndoStack<(ulong Due, TKey Key, bool Added)> undo = new();

    internal StateSchedule(WorldState world) => this.world = world;

    public int Count => entries.Count;

    public void Add(ulong due, TKey key) => Change(due, key, added: true);

    public void Remove(ulong due, TKey key) => Change(due, key, added: false);

    /// <summary>Takes the earliest entry whose time lies strictly before <paramref name="time"/>.</summary>
    public bool TryTakeBefore(ulong time, out TKey key)
    {
        (ulong due, key) = entries.Min;
        if (entries.Count == 0 || due >= time)
        {
            return false;
        }

        Change(due, key, added: false);
        return true;
    }

    internal override void UndoUnsealed()
    {
        (ulong due, TKey key, bool added) = undo.Pop();
        Apply(due, key, !added);
    }

    internal override void UndoSealed() => UndoUnsealed();

    internal override void ForgetOldest() => undo.ForgetOldest();

    internal override void Seal(StateTree tree)
    {
    }

    private void Change(ulong due, TKey key, bool added)
    {
        if (Apply(due, key, added))
        {
            undo.Push((due, key, added));
            world.Record(this);
        }
    }

    private bool Apply(ulong due, TKey key, bool added) => added ? entries.Add((due, key)) : entries.Remove((due, key));
}
