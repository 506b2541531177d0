using Simulator.Primitives;
using Simulator.Protocol.Blobs;

namespace Simulator.Actors.Storage;

/// <summary>Which storage nodes hold a blob: rendezvous hashing of blob id and node name, within each group.</summary>
/// <remarks>
/// A pure function of names and id (Thaler and Ravishankar, 1998), so that everybody comes to the same nodes without
/// asking anybody, and a node more or less moves only the blobs that it holds.
/// </remarks>
public sealed class BlobPlacement(IReadOnlyList<StorageShelf> shelves)
{
    /// <summary>The nodes that shall hold the blob, group by group, best first.</summary>
    public IReadOnlyList<KnownStorage> ReplicasOf(BlobId blob) =>
        [.. shelves.SelectMany(shelf => Ranked(shelf.Nodes, KeyOf(blob)).Take(shelf.Replicas))];

    /// <summary>The same nodes in the order in which one client asks them; orders differ, which spreads the load.</summary>
    public IReadOnlyList<KnownStorage> AskingOrder(BlobId blob, string client) =>
        [.. Ranked(ReplicasOf(blob), StableHash.Mix(KeyOf(blob), StableHash.OfText(client)))];

    private static IEnumerable<KnownStorage> Ranked(IEnumerable<KnownStorage> nodes, ulong key) => nodes
        .OrderByDescending(node => StableHash.Mix(key, StableHash.OfText(node.Name)))
        .ThenBy(node => node.Name, StringComparer.Ordinal);

    private static ulong KeyOf(BlobId blob) => StableHash.OfBytes(blob.Content.ToArray());
}
