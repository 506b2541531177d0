using System.Diagnostics.CodeAnalysis;

using Simulator.Primitives;
using Simulator.Protocol.Hpke;

namespace Simulator.Protocol.Ohttp;

/// <summary>Reads a chunked response as its bytes arrive, in pieces of any size.</summary>
/// <remarks>
/// Chunks come out as soon as they are complete and authentic. The final chunk runs to the end of the stream, so it
/// comes out of <see cref="TryFinish"/> only; until then nobody may take the response for whole. After a refusal the
/// reader stays refused.
/// </remarks>
public sealed class OhttpChunkReader
{
    private readonly OhttpExchange exchange;
    private readonly int lengthMax;
    private readonly List<byte> pending = [];
    private (byte[] Key, byte[] Nonce)? keys;
    private ulong counter;
    private long fedCount;
    private bool isInFinalChunk;
    private bool isFinished;

    internal OhttpChunkReader(OhttpExchange exchange, int lengthMax)
    {
        this.exchange = exchange;
        this.lengthMax = lengthMax;
    }

    /// <summary>Why reading stopped; <see cref="OhttpRefusal.Unset"/> while nothing is wrong.</summary>
    public OhttpRefusal Refusal { get; private set; }

    /// <summary>Takes the next bytes of the stream.</summary>
    /// <remarks>Chunks that became complete come out in order, also when the call then fails.</remarks>
    /// <returns>False once the stream is refused; see <see cref="Refusal"/>.</returns>
    public bool TryFeed(ReadOnlySpan<byte> bytes, out IReadOnlyList<byte[]> chunks)
    {
        Invariant.That(!isFinished);
        List<byte[]> opened = [];
        chunks = opened;
        fedCount += bytes.Length;
        if (Refusal == OhttpRefusal.Unset && fedCount > lengthMax)
        {
            Refusal = OhttpRefusal.ResponseTooLarge;
        }

        if (Refusal == OhttpRefusal.Unset)
        {
            pending.AddRange(bytes);
            Advance(opened);
        }

        return Refusal == OhttpRefusal.Unset;
    }

    /// <summary>The end of the stream: opens the final chunk.</summary>
    public bool TryFinish([NotNullWhen(true)] out byte[]? finalChunk)
    {
        Invariant.That(!isFinished);
        isFinished = true;
        finalChunk = null;
        if (Refusal == OhttpRefusal.Unset)
        {
            Refusal = AtEnd(out finalChunk);
        }

        return finalChunk is not null;
    }

    private void Advance(List<byte[]> opened)
    {
        int taken = 0;
        if (keys is null && pending.Count >= OhttpExchange.ResponseNonceLength)
        {
            taken = OhttpExchange.ResponseNonceLength;
            keys = exchange.ChunkKeys(Pending[..taken]);
        }

        while (keys is not null && !isInFinalChunk && Refusal == OhttpRefusal.Unset)
        {
            int length = TakeChunk(Pending[taken..], opened);
            if (length == 0)
            {
                break;
            }

            taken += length;
        }

        pending.RemoveRange(0, taken);
    }

    private ReadOnlySpan<byte> Pending => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pending);

    /// <summary>
    /// Bytes consumed: a whole chunk, or the marker of the final one; zero when more must arrive first.
    /// </summary>
    private int TakeChunk(ReadOnlySpan<byte> bytes, List<byte[]> opened)
    {
        int prefix = QuicVarint.Decode(bytes, out ulong length);
        if (prefix == 0)
        {
            return 0;
        }

        if (length == 0)
        {
            isInFinalChunk = true;
            return prefix;
        }

        if (length < HpkeSuite.TagLength || length > (ulong)lengthMax)
        {
            Refusal = length < HpkeSuite.TagLength ? OhttpRefusal.ChunkTooShort : OhttpRefusal.ChunkTooLarge;
            return 0;
        }

        int end = prefix + (int)length;
        if (bytes.Length < end)
        {
            return 0;
        }

        if (!TryOpen(bytes[prefix..end], [], out byte[]? plaintext))
        {
            Refusal = OhttpRefusal.AuthenticationFailed;
            return 0;
        }

        opened.Add(plaintext);
        return end;
    }

    private OhttpRefusal AtEnd(out byte[]? finalChunk)
    {
        finalChunk = null;
        if (keys is null)
        {
            return OhttpRefusal.ResponseTooShort;
        }

        if (!isInFinalChunk)
        {
            return EndOutsideFinalChunk();
        }

        if (pending.Count < HpkeSuite.TagLength)
        {
            return OhttpRefusal.ChunkTruncated;
        }

        return TryOpen(Pending, OhttpChunkWriter.FinalMark, out finalChunk)
            ? OhttpRefusal.Unset
            : OhttpRefusal.AuthenticationFailed;
    }

    private OhttpRefusal EndOutsideFinalChunk()
    {
        if (pending.Count == 0)
        {
            return OhttpRefusal.FinalChunkMissing;
        }

        return QuicVarint.Decode(Pending, out _) == 0
            ? OhttpRefusal.LengthPrefixTruncated
            : OhttpRefusal.ChunkTruncated;
    }

    private bool TryOpen(
        ReadOnlySpan<byte> bytes,
        ReadOnlySpan<byte> associatedData,
        [NotNullWhen(true)] out byte[]? plaintext) =>
        Aead.TryOpen(keys!.Value.Key, Aead.Nonce(keys.Value.Nonce, counter++), associatedData, bytes, out plaintext);
}
