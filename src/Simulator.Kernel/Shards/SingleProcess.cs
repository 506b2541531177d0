namespace Simulator.Kernel;

/// <summary>All shards in this process: nothing to agree on, nothing to send.</summary>
internal sealed class SingleProcess(int shards) : IShardTransport
{
    public int ShardCount => shards;

    public bool IsLocal(int shard) => true;

    public WindowVote Agree(WindowVote mine) => mine;

    public void Exchange(IReadOnlyList<ReadOnlyMemory<byte>> outgoing, Action<ReadOnlyMemory<byte>> receive)
    {
    }

    public IReadOnlyList<byte[]> Gather(byte[] contribution) => [contribution];
}
