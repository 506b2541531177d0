using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simulator.Protocol.Enclaves;

namespace Simulator.Protocol.Attestation;

/// <summary>A certificate's public key: an elliptic one on a NIST curve, an RSA one, or one that verifies nothing.</summary>
internal sealed class CertificateKey
{
    private const string EllipticId = "1.2.840.10045.2.1";
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string P384 = "1.3.132.0.34";
    private const string P521 = "1.3.132.0.35";

    private static readonly ParsedKeyCache<ECDsa> EllipticKeys = new(1024, Load);

    private readonly ReadOnlyMemory<byte> certificate;

    private CertificateKey(ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> spki, bool isElliptic, bool isP384)
    {
        this.certificate = certificate;
        Spki = spki;
        IsElliptic = isElliptic;
        IsP384 = isP384;
    }

    public ReadOnlyMemory<byte> Spki { get; }

    public bool IsElliptic { get; }

    public bool IsP384 { get; }

    /// <summary>Reads the key of a certificate given by its DER.</summary>
    /// <exception cref="AsnContentException">Not a SubjectPublicKeyInfo, or an elliptic key of an unknown curve or form.</exception>
    public static CertificateKey Read(ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> spki)
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
            return new CertificateKey(certificate, spki, isElliptic: false, isP384: false);
        }

        string curve = algorithm.ReadObjectIdentifier();
        algorithm.ThrowIfNotEmpty();
        DemandPoint(curve, bits);
        return new CertificateKey(certificate, spki, isElliptic: true, curve == P384);
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

    private static void DemandPoint(string curve, byte[] encoded)
    {
        int length = curve switch { P256 => 32, P384 => 48, P521 => 66, _ => 0 };
        CertificateReader.Demand(length > 0 && encoded.Length == 1 + (2 * length) && encoded[0] == 4);
    }

    private bool VerifyElliptic(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature, DSASignatureFormat format)
    {
        if (!IsElliptic)
        {
            return false;
        }

        ParsedKey<ECDsa> parsed = EllipticKeys.Of(Spki.Span, certificate.Span);
        if (parsed.Rent() is not ECDsa key)
        {
            return false;
        }

        bool isValid = key.VerifyHash(hash, signature, format);
        parsed.Return(key);
        return isValid;
    }

    private bool VerifyRsa(ReadOnlySpan<byte> hash, HashAlgorithmName hashName, ReadOnlySpan<byte> signature)
    {
        using RSA? key = RsaPublicKey.Parse(Spki);
        return key is not null && key.VerifyHash(hash, signature, hashName, RSASignaturePadding.Pkcs1);
    }

    // By way of the certificate: importing the bare point costs the library a scalar multiplication, more than it costs
    // to check a signature. A point off its curve is refused either way.
    private static ECDsa? Load(byte[] certificate)
    {
        try
        {
            using X509Certificate2 loaded = X509CertificateLoader.LoadCertificate(certificate);
            return loaded.GetECDsaPublicKey();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
