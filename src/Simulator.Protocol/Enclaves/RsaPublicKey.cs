using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace Simulator.Protocol.Enclaves;

/// <summary>An RSA public key read from a SubjectPublicKeyInfo under the chain's own limits.</summary>
internal static class RsaPublicKey
{
    public const int MinimumModulusLength = 256;
    public const int MaximumModulusLength = 1024;

    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    /// <summary>
    /// The key, or null: not DER, not rsaEncryption with NULL parameters, or modulus or exponent out of range.
    /// </summary>
    /// <remarks>Modulus: 256 to 1024 bytes, odd. Exponent: odd, [3, 2³¹). RFC 5280 §4.1.2.7, RFC 3279 §2.3.1.</remarks>
    public static RSA? Parse(ReadOnlyMemory<byte> spki)
    {
        try
        {
            return Import(ReadKey(spki));
        }
        catch (Exception malformed) when (malformed is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    private static RSAParameters? ReadKey(ReadOnlyMemory<byte> spki)
    {
        AsnReader outer = new(spki, AsnEncodingRules.DER);
        AsnReader info = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        AsnReader algorithm = info.ReadSequence();
        bool isRsa = algorithm.ReadObjectIdentifier() == RsaEncryption;
        algorithm.ReadNull();
        algorithm.ThrowIfNotEmpty();
        byte[] bits = info.ReadBitString(out int unused);
        info.ThrowIfNotEmpty();
        if (!isRsa || unused != 0)
        {
            return null;
        }

        AsnReader content = new(bits, AsnEncodingRules.DER);
        AsnReader key = content.ReadSequence();
        content.ThrowIfNotEmpty();
        BigInteger modulus = key.ReadInteger();
        BigInteger exponent = key.ReadInteger();
        key.ThrowIfNotEmpty();
        return IsInRange(modulus, exponent) ? Parameters(modulus, exponent) : null;
    }

    private static bool IsInRange(BigInteger modulus, BigInteger exponent) =>
        modulus.Sign > 0 && !modulus.IsEven && exponent > 2 && !exponent.IsEven && exponent <= int.MaxValue
        && modulus.GetByteCount(isUnsigned: true) is >= MinimumModulusLength and <= MaximumModulusLength;

    private static RSAParameters Parameters(BigInteger modulus, BigInteger exponent) => new()
    {
        Modulus = modulus.ToByteArray(isUnsigned: true, isBigEndian: true),
        Exponent = exponent.ToByteArray(isUnsigned: true, isBigEndian: true),
    };

    private static RSA? Import(RSAParameters? parameters) => parameters is null ? null : RSA.Create(parameters.Value);
}
