using System.Buffers.Binary;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Responses;

/// <summary>The HPKE key an enclave offers for private requests, bound to it by its RSA-PSS signature alone.</summary>
/// <remarks>
/// The key is not part of the attestation document: a client that skips this signature trusts whoever served the
/// configuration. protocol: OHTTP; registry records carry the same fields.
/// </remarks>
public sealed record OhttpKeyConfiguration(
    byte KeyId, ushort KemId, ushort KdfId, ushort AeadId, ReadOnlyMemory<byte> PublicKey)
{
    /// <summary>DHKEM(X25519, HKDF-SHA256) of RFC 9180.</summary>
    public const ushort KemX25519 = 0x0020;

    /// <summary>HKDF-SHA256 of RFC 9180.</summary>
    public const ushort KdfSha256 = 0x0001;

    /// <summary>ChaCha20-Poly1305 of RFC 9180.</summary>
    public const ushort AeadChaCha20Poly1305 = 0x0003;

    private static readonly Hash32 Domain = Keccak256.Hash("OPENGRADIENT_TEE_OHTTP_CONFIG_V1"u8);

    /// <summary>The suite in use, key id 1.</summary>
    /// <param name="publicKey">32 bytes.</param>
    public static OhttpKeyConfiguration OfSuiteInUse(ReadOnlyMemory<byte> publicKey) =>
        new(1, KemX25519, KdfSha256, AeadChaCha20Poly1305, publicKey);

    /// <summary>
    /// key id (1) ‖ KEM (2) ‖ public key ‖ 0x0004 ‖ KDF (2) ‖ AEAD (2); 41 bytes for X25519. RFC 9458 §3.1.
    /// </summary>
    public byte[] Encode()
    {
        byte[] encoded = new byte[9 + PublicKey.Length];
        encoded[0] = KeyId;
        BinaryPrimitives.WriteUInt16BigEndian(encoded.AsSpan(1), KemId);
        PublicKey.Span.CopyTo(encoded.AsSpan(3));
        Span<byte> suites = encoded.AsSpan(3 + PublicKey.Length);
        BinaryPrimitives.WriteUInt16BigEndian(suites, 4);
        BinaryPrimitives.WriteUInt16BigEndian(suites[2..], KdfId);
        BinaryPrimitives.WriteUInt16BigEndian(suites[4..], AeadId);
        return encoded;
    }

    /// <summary>The hash the enclave signs for this configuration.</summary>
    public Hash32 SignedHash(Hash32 teeId) => SignedHash(teeId, Encode());

    /// <summary>The same with an encoding given apart, as registry and endpoint transport it.</summary>
    public Hash32 SignedHash(Hash32 teeId, ReadOnlySpan<byte> keyConfig)
    {
        Span<byte> message = stackalloc byte[8 * 32];
        Domain.CopyTo(message);
        teeId.CopyTo(message[32..]);
        TeeMessage.WriteWord(KeyId, message[64..]);
        TeeMessage.WriteWord(KemId, message[96..]);
        TeeMessage.WriteWord(KdfId, message[128..]);
        TeeMessage.WriteWord(AeadId, message[160..]);
        Keccak256.Hash(PublicKey.Span).CopyTo(message[192..]);
        Keccak256.Hash(keyConfig).CopyTo(message[224..]);
        return Keccak256.Hash(message);
    }

    public byte[] Sign(EnclaveSigningKey key) => key.Sign(SignedHash(key.TeeId));

    public bool IsSignedBy(ReadOnlySpan<byte> spki, ReadOnlySpan<byte> signature) =>
        TeeSignature.Verify(spki, SignedHash(Keccak256.Hash(spki)), signature);
}
