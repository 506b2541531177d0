using System.Collections.Concurrent;
using System.Security.Cryptography;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Enclaves;

/// <summary>Checks an enclave's RSA-PSS signature as the chain's precompile does (<c>verifyRSAPSS</c>).</summary>
/// <remarks>
/// Key at most 8192 bytes of SubjectPublicKeyInfo, signature at most 1024 bytes, modulus 256 to 1024 bytes; PSS with
/// SHA-256, MGF1-SHA-256 and a salt of exactly 32 bytes over SHA-256 of the 32-byte message hash. Everything that does
/// not fit is simply false. Safe for concurrent use; up to 4096 parsed keys are kept.
/// </remarks>
public static class TeeSignature
{
    public const int MaximumKeyLength = 8192;
    public const int MaximumSignatureLength = 1024;

    private const int KeysKept = 4096;
    private static readonly ConcurrentDictionary<Hash32, ParsedKey> Keys = new();

    /// <param name="spki">DER SubjectPublicKeyInfo.</param>
    /// <param name="messageHash">What was signed; hashed once more with SHA-256 for PSS.</param>
    /// <param name="signature">As long as the key's modulus.</param>
    public static bool Verify(ReadOnlySpan<byte> spki, Hash32 messageHash, ReadOnlySpan<byte> signature)
    {
        if (spki.Length > MaximumKeyLength || signature.Length > MaximumSignatureLength)
        {
            return false;
        }

        Span<byte> message = stackalloc byte[Hash32.Length];
        messageHash.CopyTo(message);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(message, digest);
        return KeyOf(spki).Verify(digest, signature);
    }

    private static ParsedKey KeyOf(ReadOnlySpan<byte> spki)
    {
        Span<byte> name = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(spki, name);
        Hash32 key = new(name);
        if (Keys.TryGetValue(key, out ParsedKey? known))
        {
            return known;
        }

        if (Keys.Count >= KeysKept)
        {
            Keys.Clear();
        }

        return Keys.GetOrAdd(key, new ParsedKey(RsaPublicKey.Parse(spki.ToArray())));
    }

    /// <summary>A parsed key, or none; the library's RSA object is used by one thread at a time.</summary>
    private sealed class ParsedKey(RSA? key)
    {
        public bool Verify(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
        {
            if (key is null)
            {
                return false;
            }

            lock (key)
            {
                return key.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
            }
        }
    }
}
