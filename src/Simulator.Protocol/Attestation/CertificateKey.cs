using System.Formats.Asn1;
using System.Security.Cryptography;
using Simulator.Protocol.Enclaves;

namespace Simulator.Protocol.Attestation;

/// <summary>A certificate's public key: an elliptic one on a NIST curve, an RSA one, or one that verifies nothing.</summary>
internal sealed class CertificateKey
{
    private const string EllipticId = "1.2.840.10045.2.1";
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string P384 = "1.3.132.0.34";
    private const string P521 = "1.3.132.0.35";

    private readonly ECParameters? elliptic;

    private CertificateKey(ReadOnlyMemory<byte> spki, ECParameters? elliptic, bool isP384)
    {
        Spki = spki;
        this.elliptic = elliptic;
        IsP384 = isP384;
    }

    public ReadOnlyMemory<byte> Spki { get; }

    public bool IsElliptic => elliptic is not null;

    public bool IsP384 { get; }

    /// <exception cref="AsnContentException">Not a SubjectPublicKeyInfo, or an elliptic key of an unknown curve or form.</exception>
    public static CertificateKey Read(ReadOnlyMemory<byte> spki)
    {
        AsnReader outer = new(spki, AsnEncodingRules.DER);
        AsnReader info = outer.ReadSequence();
        AsnReader algorithm = info.ReadSequence();
        bool isElliptic = algorithm.ReadObjectIdentifier() == EllipticId;
        byte[] bits = info.ReadBitString(out int unused);
        info.ThrowIfNotEmpty();
        CertificateReader.Demand(unused == 0);
        if (!isElliptic)
        {
            return new CertificateKey(spki, null, isP384: false);
        }

        string curve = algorithm.ReadObjectIdentifier();
        algorithm.ThrowIfNotEmpty();
        return new CertificateKey(spki, Point(curve, bits), curve == P384);
    }

    /// <summary>Checks r ‖ s of fixed length (COSE).</summary>
    public bool VerifyFixedLength(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) =>
        VerifyElliptic(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Checks a certificate's signature under its algorithm identifier.</summary>
    public bool VerifyCertificate(string algorithm, ReadOnlySpan<byte> signedPart, ReadOnlySpan<byte> signature)
    {
        if (SignatureAlgorithms.HashOf(algorithm) is not HashAlgorithmName hashName)
        {
            return false;
        }

        byte[] hash = CryptographicOperations.HashData(hashName, signedPart);
        return SignatureAlgorithms.IsElliptic(algorithm)
            ? VerifyElliptic(hash, signature, DSASignatureFormat.Rfc3279DerSequence)
            : VerifyRsa(hash, hashName, signature);
    }

    private static ECParameters Point(string curve, byte[] encoded)
    {
        int length = curve switch { P256 => 32, P384 => 48, P521 => 66, _ => 0 };
        CertificateReader.Demand(length > 0 && encoded.Length == 1 + (2 * length) && encoded[0] == 4);
        return new ECParameters
        {
            Curve = ECCurve.CreateFromValue(curve),
            Q = { X = encoded[1..(1 + length)], Y = encoded[(1 + length)..] },
        };
    }

    private bool VerifyElliptic(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature, DSASignatureFormat format)
    {
        try
        {
            using ECDsa? key = elliptic is null ? null : ECDsa.Create(elliptic.Value);
            return key is not null && key.VerifyHash(hash, signature, format);
        }
        catch (CryptographicException)
        {
            // The point is not on its curve.
            return false;
        }
    }

    private bool VerifyRsa(ReadOnlySpan<byte> hash, HashAlgorithmName hashName, ReadOnlySpan<byte> signature)
    {
        using RSA? key = RsaPublicKey.Parse(Spki);
        return key is not null && key.VerifyHash(hash, signature, hashName, RSASignaturePadding.Pkcs1);
    }
}
