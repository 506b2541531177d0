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

    private readonly IncrementalHash hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly DigestChain[] chains = new DigestChain[actors];
    private readonly DigestRecord[] records = new DigestRecord[BatchSize];
    private readonly int[] receivers = new int[BatchSize];
    private int count;

    /// <param name="receiver">Index of the actor that handles the message.</param>
    /// <param name="record">The message.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int receiver, in DigestRecord record)
    {
        int index = count;
        if (index == BatchSize)
        {
            Deal();
            index = 0;
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

    public void Dispose() => hasher.Dispose();

    private void Deal()
    {
        for (int i = 0; i < count; i++)
        {
            if (i + (2 * Ahead) < count)
            {
                CacheLine.Fetch(ref chains[receivers[i + (2 * Ahead)]]);
                chains[receivers[i + Ahead]].FetchAhead();
            }

            chains[receivers[i]].Append(records[i], hasher);
        }

        count = 0;
    }
}
