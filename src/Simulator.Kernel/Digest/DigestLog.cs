using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Simulator.Kernel;

/// <summary>The digest chains of a shard's actors, behind a short log.</summary>
/// <remarks>
/// Records are written one after the other and dealt out to the chains in batches: chains of many actors do not fit
/// into the processor's cache, and a batch can fetch them ahead. Each actor's records keep their order.
/// </remarks>
internal sealed class DigestLog(int actors) : IDisposable
{
    private const int BatchSize = 1_024;
    private const int Ahead = 8;
    private const int Described = 32;

    private readonly IncrementalHash hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly DigestChain[] chains = new DigestChain[actors];
    private readonly DigestRecord[] records = new DigestRecord[BatchSize];
    private readonly int[] receivers = new int[BatchSize];
    private int count;
    private int done;
    private long dealt;

    /// <param name="receiver">Index of the actor that handles the message.</param>
    /// <param name="record">The message.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int receiver, in DigestRecord record)
    {
        int index = count;
        if (index == BatchSize)
        {
            Deal();
            dealt++;
            done = count = index = 0;
        }

        records[index] = record;
        receivers[index] = receiver;
        count = index + 1;
    }

    /// <summary>The actor's hash over all it has handled so far.</summary>
    public void HashOf(int actor, Span<byte> hash)
    {
        Deal();
        chains[actor].Hash(hasher, hash);
    }

    /// <summary>The last events, oldest first, one line each: for whoever has to explain a bug.</summary>
    public List<string> DescribeLast(World world)
    {
        // Records stay where they are after being dealt out, until the next batch overwrites them.
        int known = (int)Math.Min(Described, (dealt * BatchSize) + count);
        var lines = new List<string>(known);
        for (int i = known; i >= 1; i--)
        {
            int index = (count - i + BatchSize) % BatchSize;
            lines.Add(Describe(world, records[index], receivers[index]));
        }

        return lines;
    }

    public void Dispose() => hasher.Dispose();

    private static string Describe(World world, in DigestRecord record, int receiver)
    {
        string sender = record.Rank == 0 ? "world" : world.ByRank[record.Rank - 1].Name;
        return $"{new SimTime(record.Time)} hop {record.Hop}: {sender} #{record.Order >> 8}.{record.Order & 0xFF} -> "
            + $"{world.Actors[receiver].Name}, type {record.TypeNumber}";
    }

    private void Deal()
    {
        for (int i = done; i < count; i++)
        {
            if (i + (2 * Ahead) < count)
            {
                CacheLine.Fetch(ref chains[receivers[i + (2 * Ahead)]]);
                chains[receivers[i + Ahead]].FetchAhead();
            }

            chains[receivers[i]].Append(records[i], hasher);
        }

        done = count;
    }
}
