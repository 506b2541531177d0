using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

using Simulator.Protocol.Hpke;

namespace Simulator.Protocol.Ohttp;

/// <summary>What client and gateway share after one request: the secrets of its response (RFC 9458 §4.4).</summary>
/// <remarks>
/// The response nonce is 32 fresh bytes from the caller; two responses under one nonce would share a key.
/// </remarks>
public sealed class OhttpExchange
{
    /// <summary>Bytes of a response nonce: the larger of key and nonce length.</summary>
    public const int ResponseNonceLength = 32;

    /// <summary>The largest single response a client opens here.</summary>
    public const int ResponseLengthMax = 16 * 1024 * 1024;

    private static readonly byte[] SingleLabel = "message/bhttp response"u8.ToArray();
    private static readonly byte[] ChunkedLabel = "message/bhttp chunked response"u8.ToArray();

    private readonly HpkeContext context;

    internal OhttpExchange(HpkeContext context)
    {
        this.context = context;
    }

    /// <summary>nonce(32) ‖ sealed body.</summary>
    public byte[] SealResponse(ReadOnlySpan<byte> responseNonce, ReadOnlySpan<byte> body)
    {
        (byte[] key, byte[] nonce) = ResponseKeys(SingleLabel, responseNonce);
        return [.. responseNonce, .. Aead.Seal(key, nonce, [], body)];
    }

    public bool TryOpenResponse(
        ReadOnlySpan<byte> message,
        [NotNullWhen(true)] out byte[]? body,
        out OhttpRefusal refusal)
    {
        body = null;
        refusal = message.Length switch
        {
            < ResponseNonceLength + HpkeSuite.TagLength => OhttpRefusal.ResponseTooShort,
            > ResponseLengthMax => OhttpRefusal.ResponseTooLarge,
            _ => OhttpRefusal.Unset,
        };
        if (refusal != OhttpRefusal.Unset)
        {
            return false;
        }

        (byte[] key, byte[] nonce) = ResponseKeys(SingleLabel, message[..ResponseNonceLength]);
        bool opened = Aead.TryOpen(key, nonce, [], message[ResponseNonceLength..], out body);
        refusal = opened ? OhttpRefusal.Unset : OhttpRefusal.AuthenticationFailed;
        return opened;
    }

    /// <summary>A writer of one chunked response.</summary>
    public OhttpChunkWriter WriteChunks(ReadOnlySpan<byte> responseNonce)
    {
        (byte[] key, byte[] nonce) = ResponseKeys(ChunkedLabel, responseNonce);
        return new(responseNonce.ToArray(), key, nonce);
    }

    /// <summary>A reader of one chunked response, fed as bytes arrive.</summary>
    /// <param name="lengthMax">The largest whole response accepted, in bytes.</param>
    public OhttpChunkReader ReadChunks(int lengthMax = ResponseLengthMax) => new(this, lengthMax);

    /// <summary>Key and nonce of a chunked response.</summary>
    internal (byte[] Key, byte[] Nonce) ChunkKeys(ReadOnlySpan<byte> responseNonce) =>
        ResponseKeys(ChunkedLabel, responseNonce);

    /// <summary>The HPKE exports behind single and chunked responses, for comparison with published vectors.</summary>
    internal (byte[] Single, byte[] Chunked) Secrets =>
        (context.Export(SingleLabel, HpkeSuite.KeyLength), context.Export(ChunkedLabel, HpkeSuite.KeyLength));

    internal (byte[] Key, byte[] Nonce) SingleKeys(ReadOnlySpan<byte> responseNonce) =>
        ResponseKeys(SingleLabel, responseNonce);

    private (byte[] Key, byte[] Nonce) ResponseKeys(byte[] label, ReadOnlySpan<byte> responseNonce)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(responseNonce.Length, ResponseNonceLength);
        byte[] secret = context.Export(label, HpkeSuite.KeyLength);
        byte[] salt = [.. context.EncapsulatedKey, .. responseNonce];
        byte[] pseudorandomKey = HKDF.Extract(HashAlgorithmName.SHA256, secret, salt);
        byte[] key = new byte[HpkeSuite.KeyLength];
        byte[] nonce = new byte[HpkeSuite.NonceLength];
        HKDF.Expand(HashAlgorithmName.SHA256, pseudorandomKey, key, "key"u8);
        HKDF.Expand(HashAlgorithmName.SHA256, pseudorandomKey, nonce, "nonce"u8);
        return (key, nonce);
    }
}
