using Simulator.Primitives;
using Simulator.Protocol.Hpke;

namespace Simulator.Protocol.Ohttp;

/// <summary>Writes a chunked response: nonce, then length-prefixed chunks, then a marked final chunk.</summary>
/// <remarks>
/// Each non-final chunk is varint(length) ‖ sealed; the final one is varint(0) ‖ sealed with associated data
/// <c>final</c>, up to the end of the stream. Nonces count up over all chunks.
/// </remarks>
public sealed class OhttpChunkWriter
{
    internal static readonly byte[] FinalMark = "final"u8.ToArray();

    private readonly byte[] key;
    private readonly byte[] baseNonce;
    private ulong counter;
    private bool isFinished;

    internal OhttpChunkWriter(byte[] responseNonce, byte[] key, byte[] baseNonce)
    {
        Preamble = responseNonce;
        this.key = key;
        this.baseNonce = baseNonce;
    }

    /// <summary>The first bytes of the response: its 32-byte nonce.</summary>
    public byte[] Preamble { get; }

    /// <summary>The next non-final chunk as it goes over the wire.</summary>
    public byte[] Chunk(ReadOnlySpan<byte> plaintext)
    {
        byte[] body = Seal(plaintext, []);
        return [.. QuicVarint.Encode((ulong)body.Length), .. body];
    }

    /// <summary>The final chunk, after which nothing may follow.</summary>
    public byte[] Final(ReadOnlySpan<byte> plaintext)
    {
        byte[] body = Seal(plaintext, FinalMark);
        isFinished = true;
        return [0, .. body];
    }

    private byte[] Seal(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData)
    {
        Invariant.That(!isFinished);
        return Aead.Seal(key, Aead.Nonce(baseNonce, counter++), associatedData, plaintext);
    }
}
