namespace Simulator.Kernel.Tests.Shards;

/// <summary>Processes played by threads that meet at a barrier: what a cluster does over a network.</summary>
internal sealed class ThreadTransport(int shards, int mine, ThreadTransport.Meeting meeting) : IShardTransport
{
    public int ShardCount => shards;

    public bool IsLocal(int shard) => shard == mine;

    public WindowVote Agree(WindowVote vote)
    {
        object[] all = meeting.Share(mine, vote);
        return new WindowVote(
            all.Cast<WindowVote>().Min(static other => other.NextEvent),
            all.Cast<WindowVote>().Any(static other => other.Stop));
    }

    public void Exchange(IReadOnlyList<ReadOnlyMemory<byte>> outgoing, Action<ReadOnlyMemory<byte>> receive)
    {
        object[] all = meeting.Share(mine, outgoing.Select(static frames => frames.ToArray()).ToArray());
        foreach (byte[][] from in all.Cast<byte[][]>())
        {
            receive(from[mine]);
        }
    }

    public IReadOnlyList<byte[]> Gather(byte[] contribution) =>
        meeting.Share(mine, contribution).Cast<byte[]>().ToArray();

    internal sealed class Meeting(int members) : IDisposable
    {
        private readonly object[] table = new object[members];
        private readonly Barrier barrier = new(members);

        public object[] Share(int member, object value)
        {
            table[member] = value;
            barrier.SignalAndWait();
            object[] all = [.. table];
            barrier.SignalAndWait();
            return all;
        }

        public void Dispose() => barrier.Dispose();
    }
}
