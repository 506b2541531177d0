using System.Numerics;
using System.Security.Cryptography;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Enclaves;

/// <summary>The RSA-2048 key an enclave makes at boot and signs every answer and heartbeat with.</summary>
/// <remarks>
/// Public exponent 65537. Signatures are RSASSA-PSS (RFC 8017 §8.1) with SHA-256, MGF1-SHA-256 and a 32-byte salt that
/// is a keyed function of the message, so that signing twice gives the same bytes; any standard verifier accepts them.
/// Safe for concurrent use. protocol: gateway keys and identity.
/// </remarks>
public sealed class EnclaveSigningKey
{
    public const int ModulusBits = 2048;
    public const int SignatureLength = ModulusBits / 8;
    public const int PublicExponent = 65537;

    private static readonly byte[] SaltLabel = "opgsim RSA-PSS salt 1"u8.ToArray();

    private readonly byte[] saltKey;
    private readonly byte[] spki;
    private readonly RawRsa rsa;

    private EnclaveSigningKey(RSAParameters parameters)
    {
        using RSA key = RSA.Create(parameters);
        spki = key.ExportSubjectPublicKeyInfo();
        saltKey = HMACSHA256.HashData(SaltLabel, parameters.D!);
        rsa = RawRsa.Create(parameters);
        TeeId = Keccak256.Hash(spki);
        Pem = PemEncoding.WriteString("PUBLIC KEY", spki) + "\n";
    }

    /// <summary>DER SubjectPublicKeyInfo, 294 bytes.</summary>
    public ReadOnlyMemory<byte> Spki => spki;

    /// <summary>The public key as the gateway's <c>/signing-key</c> gives it, with a final line feed.</summary>
    public string Pem { get; }

    /// <summary>Keccak-256 of <see cref="Spki"/>: the enclave's name in the registry.</summary>
    public Hash32 TeeId { get; }

    /// <summary>SHA-256 of <see cref="Spki"/>: what the attestation document binds.</summary>
    public byte[] Sha256Fingerprint => SHA256.HashData(spki);

    /// <summary>The key with the given two 1024-bit primes (their product has 2048 bits).</summary>
    public static EnclaveSigningKey FromPrimes(BigInteger first, BigInteger second) =>
        new(RsaPrimes.ToParameters(first, second));

    /// <summary>Signs a message hash: the PSS digest is SHA-256 of these 32 bytes. 256 bytes, deterministic.</summary>
    public byte[] Sign(Hash32 messageHash)
    {
        Span<byte> message = stackalloc byte[Hash32.Length];
        messageHash.CopyTo(message);
        Span<byte> salt = stackalloc byte[EmsaPss.SaltLength];
        HMACSHA256.HashData(saltKey, message, salt);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(message, digest);
        Span<byte> encoded = stackalloc byte[SignatureLength];
        EmsaPss.Encode(digest, salt, encoded);
        byte[] signature = new byte[SignatureLength];
        rsa.Apply(encoded, signature);
        return signature;
    }
}
