namespace Simulator.Kernel;

/// <summary>Joins the shards of one world. One process needs nothing; a cluster attaches here.</summary>
/// <remarks>
/// Every process builds the same world and runs only its own shards, window by window: agree on the earliest next
/// event, run up to it plus the lookahead, exchange. All calls are collective: every process makes them in the same
/// order.
/// </remarks>
public interface IShardTransport
{
    /// <summary>Shards of the whole world; ≥ 1.</summary>
    int ShardCount { get; }

    /// <summary>Whether this process runs the shard.</summary>
    bool IsLocal(int shard);

    /// <summary>The least next event time over all processes, and whether any wants to stop.</summary>
    WindowVote Agree(WindowVote mine);

    /// <summary>Delivers frames (see <see cref="EventFrame"/>) between shards of different processes.</summary>
    /// <param name="outgoing">Frames by destination shard; empty for local shards.</param>
    /// <param name="receive">Called with every frame buffer meant for a local shard; the order does not matter.</param>
    void Exchange(IReadOnlyList<ReadOnlyMemory<byte>> outgoing, Action<ReadOnlyMemory<byte>> receive);

    /// <summary>Every process' contribution, at every process: digests and counters at the end.</summary>
    IReadOnlyList<byte[]> Gather(byte[] contribution);
}
