using System.Security.Cryptography;

namespace Simulator.Protocol.Attestation;

/// <summary>The 68 bytes of user data that tie a document to an enclave's TLS certificate and signing key.</summary>
/// <remarks>
/// Two multihashes: <c>12 20</c> ‖ SHA-256 of the certificate's DER ‖ <c>12 20</c> ‖ SHA-256 of the key's
/// SubjectPublicKeyInfo. The chain does not look at the prefixes. protocol: Nitro document layout.
/// </remarks>
public readonly record struct KeyBinding
{
    public const int Length = 68;

    private const int TlsAt = 2;
    private const int KeyAt = 36;

    private readonly ReadOnlyMemory<byte> bytes;

    private KeyBinding(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
    }

    public ReadOnlySpan<byte> TlsCertificateSha256 => bytes.Span.Slice(TlsAt, SHA256.HashSizeInBytes);

    public ReadOnlySpan<byte> SigningKeySha256 => bytes.Span.Slice(KeyAt, SHA256.HashSizeInBytes);

    public static byte[] Encode(ReadOnlySpan<byte> tlsCertificate, ReadOnlySpan<byte> signingKey) =>
        [0x12, 0x20, .. SHA256.HashData(tlsCertificate), 0x12, 0x20, .. SHA256.HashData(signingKey)];

    /// <summary>False when the user data is not exactly 68 bytes.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> userData, out KeyBinding binding)
    {
        binding = userData.Length == Length ? new KeyBinding(userData) : default;
        return userData.Length == Length;
    }

    public bool BindsTlsCertificate(ReadOnlySpan<byte> der) => TlsCertificateSha256.SequenceEqual(SHA256.HashData(der));

    public bool BindsSigningKey(ReadOnlySpan<byte> spki) => SigningKeySha256.SequenceEqual(SHA256.HashData(spki));
}
