using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Simulator.Kernel;

/// <summary>One actor's digest: a chain of SHA-256 over blocks of 1 KiB of records.</summary>
/// <remarks>
/// state₀ = 32 zero bytes; stateₙ₊₁ = SHA-256(stateₙ ‖ block of 32 records); the actor's hash is SHA-256(state ‖ the
/// records of the last, partial block). A chain keeps 32 bytes between blocks where a running hash would keep a native
/// context per actor.
/// </remarks>
internal struct DigestChain
{
    public const int HashLength = 32;
    private const int BlockRecords = 32;
    private const int FirstRecords = 4;

    private DigestRecord[]? pending;
    private int count;
    private State state;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(in DigestRecord record, IncrementalHash hasher)
    {
        DigestRecord[]? records = pending;
        int index = count;
        if (records is null || index >= records.Length)
        {
            MakeRoom(hasher);
            records = pending!;
            index = count;
        }

        records[index] = record;
        count = index + 1;
    }

    /// <summary>Starts to fetch the place of the next record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void FetchAhead()
    {
        DigestRecord[]? records = pending;
        if (records is not null && (uint)count < (uint)records.Length)
        {
            CacheLine.Fetch(ref records[count]);
        }
    }

    /// <summary>The hash of all records so far; more may follow.</summary>
    public readonly void Hash(IncrementalHash hasher, Span<byte> hash)
    {
        hasher.AppendData(state);
        hasher.AppendData(MemoryMarshal.AsBytes(pending.AsSpan(0, count)));
        Invariant.That(hasher.TryGetHashAndReset(hash, out int length) && length == HashLength);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeRoom(IncrementalHash hasher)
    {
        if (pending is null)
        {
            pending = new DigestRecord[FirstRecords];
        }
        else if (pending.Length < BlockRecords)
        {
            Array.Resize(ref pending, pending.Length * 2);
        }
        else
        {
            Hash(hasher, state);
            count = 0;
        }
    }

    [InlineArray(HashLength)]
    private struct State
    {
        private byte first;
    }
}
