using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Simulator.Kernel;

/// <summary>What the processes of a run tell each other at its end, and what it adds up to.</summary>
/// <param name="Digest">Of the whole run.</param>
/// <param name="Now">The last handled event's time.</param>
/// <param name="Counters">Summed.</param>
internal sealed record RunSummary(byte[] Digest, long Now, RunCounters Counters)
{
    private const int CounterCount = 9;
    private const int FixedLength = (CounterCount + 1) * sizeof(long);
    private const int PerActor = sizeof(int) + DigestChain.HashLength;

    /// <summary>
    /// This process' part: time, counters, then (rank, hash) of each local actor if there is a digest.
    /// </summary>
    public static byte[] Of(World world, Shard[] shards)
    {
        ActorCell[] mine = world.Settings.Digest
            ? Array.FindAll(world.ByRank, static cell => cell.Actor is not null)
            : [];
        byte[] part = new byte[FixedLength + (mine.Length * PerActor)];
        Span<long> head = MemoryMarshal.Cast<byte, long>(part.AsSpan(0, FixedLength));
        foreach (Shard shard in shards)
        {
            head[0] = Math.Max(head[0], shard.Now);
            long[] counters = shard.Counters.ToArray();
            for (int i = 0; i < CounterCount; i++)
            {
                head[i + 1] += counters[i];
            }
        }

        for (int i = 0; i < mine.Length; i++)
        {
            Span<byte> entry = part.AsSpan(FixedLength + (i * PerActor), PerActor);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, mine[i].Rank);
            mine[i].Shard.HashOf(mine[i], entry[sizeof(int)..]);
        }

        return part;
    }

    public static RunSummary Join(IReadOnlyList<byte[]> parts, World world)
    {
        long now = 0;
        long[] sums = new long[CounterCount];
        byte[] hashes = new byte[world.ByRank.Length * DigestChain.HashLength];
        foreach (byte[] part in parts)
        {
            ReadOnlySpan<long> head = MemoryMarshal.Cast<byte, long>(part.AsSpan(0, FixedLength));
            now = Math.Max(now, head[0]);
            for (int i = 0; i < CounterCount; i++)
            {
                sums[i] += head[i + 1];
            }

            CollectHashes(part.AsSpan(FixedLength), hashes);
        }

        byte[] digest = world.Settings.Digest
            ? RunDigest.Of(Array.ConvertAll(world.ByRank, static cell => cell.Name), hashes)
            : new byte[DigestChain.HashLength];
        return new RunSummary(digest, now, Named(sums));
    }

    private static void CollectHashes(ReadOnlySpan<byte> entries, byte[] hashes)
    {
        for (; !entries.IsEmpty; entries = entries[PerActor..])
        {
            int place = ((int)BinaryPrimitives.ReadUInt32LittleEndian(entries) - 1) * DigestChain.HashLength;
            entries.Slice(sizeof(int), DigestChain.HashLength).CopyTo(hashes.AsSpan(place));
        }
    }

    private static RunCounters Named(long[] sums) => new()
    {
        Handled = sums[0],
        Transmitted = sums[1],
        Lost = sums[2],
        Duplicated = sums[3],
        DroppedHostDown = sums[4],
        DroppedMailboxFull = sums[5],
        Vanished = sums[6],
        TimersCancelled = sums[7],
        JobsStarted = sums[8],
    };
}
