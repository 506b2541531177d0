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

    private static readonly ParsedKeyCache<RSA> Keys = new(4096, static spki => RsaPublicKey.Parse(spki));

    /// <param name="spki">DER SubjectPublicKeyInfo.</param>
    /// <param name="messageHash">What was signed; hashed once more with SHA-256 for PSS.</param>
    /// <param name="signature">As long as the key's modulus.</param>
    public static bool Verify(ReadOnlySpan<byte> spki, Hash32 messageHash, ReadOnlySpan<byte> signature)
    {
        if (spki.Length > MaximumKeyLength || signature.Length > MaximumSignatureLength)
        {
            return false;
        }

        ParsedKey<RSA> parsed = Keys.Of(spki, spki);
        if (parsed.Rent() is not RSA key)
        {
            return false;
        }

        bool isValid = Verify(key, messageHash, signature);
        parsed.Return(key);
        return isValid;
    }

    private static bool Verify(RSA key, Hash32 messageHash, ReadOnlySpan<byte> signature)
    {
        Span<byte> message = stackalloc byte[Hash32.Length];
        messageHash.CopyTo(message);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(message, digest);
        try
        {
            return key.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        }
        catch (CryptographicException)
        {
            // A key within all limits that the library still cannot compute with.
            return false;
        }
    }
}
