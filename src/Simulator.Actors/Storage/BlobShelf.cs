using Simulator.Primitives;
using Simulator.Protocol.Blobs;

namespace Simulator.Actors.Storage;

/// <summary>The blobs that one node holds, each until its last epoch ends.</summary>
internal sealed class BlobShelf
{
    private readonly SortedDictionary<BlobId, Held> blobs = [];

    /// <summary>Keeps a blob, or keeps it longer. False when it was there already.</summary>
    public bool Keep(BlobId id, byte[] body, SimTime until, SimTime now)
    {
        bool isKnown = Find(id, now) is not null;
        SimTime end = isKnown ? SimTime.Max(blobs[id].Until, until) : until;
        blobs[id] = new Held(body, end);
        return !isKnown;
    }

    public byte[]? Find(BlobId id, SimTime now)
    {
        if (!blobs.TryGetValue(id, out Held held))
        {
            return null;
        }

        if (held.Until > now)
        {
            return held.Body;
        }

        blobs.Remove(id);
        return null;
    }

    /// <summary>The next blob after this one in the order of ids, round and round; null without another.</summary>
    public byte[]? OtherThan(BlobId id, SimTime now)
    {
        BlobId[] others = [.. blobs.Where(pair => pair.Key != id && pair.Value.Until > now).Select(pair => pair.Key)];
        return others.Length == 0 ? null : blobs[others.FirstOrDefault(other => other.CompareTo(id) > 0, others[0])].Body;
    }

    private readonly record struct Held(byte[] Body, SimTime Until);
}
