using System.Security.Cryptography;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.State;

/// <summary>A Solidity-like mapping: every key has a value, the type's default where nothing was written.</summary>
/// <remarks>
/// Writing the default frees the slot. Deliberately not enumerable: contracts list what they must list.
/// </remarks>
public sealed class StateTable<TKey, TValue> : JournaledState
    where TKey : notnull
{
    private readonly WorldState world;
    private readonly byte[] prefix;
    private readonly Action<SlotWriter, TKey> writeKey;
    private readonly Action<SlotWriter, TValue> writeValue;
    private readonly Dictionary<TKey, TValue> entries = [];
    private readonly UndoStack<(TKey Key, TValue? Before)> undo = new();
    private readonly HashSet<TKey> sealing = [];
    private readonly List<TKey> restored = [];
    private int unsealed;

    internal StateTable(
        WorldState world,
        byte[] prefix,
        Action<SlotWriter, TKey> writeKey,
        Action<SlotWriter, TValue> writeValue)
    {
        this.world = world;
        this.prefix = prefix;
        this.writeKey = writeKey;
        this.writeValue = writeValue;
    }

    /// <summary>Slots that hold something.</summary>
    public int Count => entries.Count;

    public TValue? this[TKey key]
    {
        get => entries.GetValueOrDefault(key);
        set
        {
            TValue? before = entries.GetValueOrDefault(key);
            if (EqualityComparer<TValue?>.Default.Equals(before, value))
            {
                return;
            }

            undo.Push((key, before));
            unsealed++;
            world.Record(this);
            Store(key, value);
        }
    }

    internal override void UndoUnsealed()
    {
        (TKey key, TValue? before) = undo.Pop();
        unsealed--;
        Store(key, before);
    }

    internal override void UndoSealed()
    {
        (TKey key, TValue? before) = undo.Pop();
        restored.Add(key);
        Store(key, before);
    }

    internal override void ForgetOldest() => undo.ForgetOldest();

    internal override void Seal(StateTree tree)
    {
        foreach ((TKey key, _) in undo.Newest(unsealed))
        {
            SealOnce(key, tree);
        }

        foreach (TKey key in restored)
        {
            SealOnce(key, tree);
        }

        sealing.Clear();
        restored.Clear();
        unsealed = 0;
    }

    private void SealOnce(TKey key, StateTree tree)
    {
        if (!sealing.Add(key))
        {
            return;
        }

        SlotWriter writer = world.Writer;
        TreeKey place = Place(writer, key);
        if (entries.TryGetValue(key, out TValue? value))
        {
            tree.Put(place, LeafHash(writer, place, value));
        }
        else
        {
            tree.Remove(place);
        }
    }

    private TreeKey Place(SlotWriter writer, TKey key)
    {
        writer.Clear();
        writer.Bytes(prefix);
        writeKey(writer, key);
        Span<byte> digest = stackalloc byte[Hash32.Length];
        SHA256.HashData(writer.Written, digest);
        return TreeKey.Read(digest);
    }

    private Hash32 LeafHash(SlotWriter writer, TreeKey place, TValue value)
    {
        writer.Clear();
        writer.Byte(0);
        writer.UInt64(place.First);
        writer.UInt64(place.Second);
        writer.UInt64(place.Third);
        writer.UInt64(place.Fourth);
        writeValue(writer, value);
        Span<byte> digest = stackalloc byte[Hash32.Length];
        SHA256.HashData(writer.Written, digest);
        return new Hash32(digest);
    }

    private void Store(TKey key, TValue? value)
    {
        if (EqualityComparer<TValue?>.Default.Equals(value, default))
        {
            entries.Remove(key);
        }
        else
        {
            entries[key] = value!;
        }
    }
}
