using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace Simulator.Protocol.Attestation;

/// <summary>Reads the outer structure of a certificate: RFC 5280 §4.1.</summary>
internal static class CertificateReader
{
    private static readonly Asn1Tag VersionTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag IssuerIdTag = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag SubjectIdTag = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 3);

    public static bool TryRead(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out Certificate? certificate)
    {
        try
        {
            certificate = Read(der);
            return true;
        }
        catch (Exception malformed) when (malformed is AsnContentException or CryptographicException or ArgumentOutOfRangeException)
        {
            certificate = null;
            return false;
        }
    }

    private static Certificate Read(ReadOnlyMemory<byte> der)
    {
        AsnReader outer = new(der, AsnEncodingRules.DER);
        AsnReader whole = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        ReadOnlyMemory<byte> signedPart = whole.PeekEncodedValue();
        AsnReader part = whole.ReadSequence();
        ReadOnlyMemory<byte> outerAlgorithm = whole.ReadEncodedValue();
        byte[] signature = whole.ReadBitString(out int unused);
        whole.ThrowIfNotEmpty();
        Demand(unused == 0);

        int version = ReadVersion(part);
        BigInteger serial = part.ReadInteger();
        Demand(serial.Sign >= 0);
        ReadOnlyMemory<byte> algorithm = part.ReadEncodedValue();
        Demand(algorithm.Span.SequenceEqual(outerAlgorithm.Span));
        ReadOnlyMemory<byte> issuer = ReadName(part);
        (long notBefore, long notAfter) = ReadValidity(part.ReadSequence());
        ReadOnlyMemory<byte> subject = ReadName(part);
        CertificateKey key = CertificateKey.Read(der, part.ReadEncodedValue());
        CertificateExtensions extensions = ReadRest(part, version);

        return new Certificate
        {
            Der = der,
            Version = version,
            NotBefore = notBefore,
            NotAfter = notAfter,
            SignedPart = signedPart,
            SignatureAlgorithm = new AsnReader(algorithm, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier(),
            Signature = signature,
            RawIssuer = issuer,
            RawSubject = subject,
            Key = key,
            Extensions = extensions,
        };
    }

    private static int ReadVersion(AsnReader part)
    {
        if (!part.PeekTag().HasSameClassAndValue(VersionTag))
        {
            return 1;
        }

        AsnReader tagged = part.ReadSequence(VersionTag);
        BigInteger version = tagged.ReadInteger();
        tagged.ThrowIfNotEmpty();
        Demand(version >= 0 && version <= 2);
        return (int)version + 1;
    }

    private static ReadOnlyMemory<byte> ReadName(AsnReader part)
    {
        ReadOnlyMemory<byte> name = part.PeekEncodedValue();
        AsnReader parts = part.ReadSequence();
        while (parts.HasData)
        {
            AsnReader attributes = parts.ReadSetOf();
            while (attributes.HasData)
            {
                AsnReader attribute = attributes.ReadSequence();
                attribute.ReadObjectIdentifier();
                attribute.ReadEncodedValue();
                attribute.ThrowIfNotEmpty();
            }
        }

        return name;
    }

    private static (long NotBefore, long NotAfter) ReadValidity(AsnReader validity)
    {
        long notBefore = ReadTime(validity);
        long notAfter = ReadTime(validity);
        validity.ThrowIfNotEmpty();
        return (notBefore, notAfter);
    }

    private static long ReadTime(AsnReader validity) =>
        (validity.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
            ? validity.ReadUtcTime()
            : validity.ReadGeneralizedTime()).ToUnixTimeSeconds();

    private static CertificateExtensions ReadRest(AsnReader part, int version)
    {
        SkipIf(part, IssuerIdTag);
        SkipIf(part, SubjectIdTag);
        if (!part.HasData)
        {
            return CertificateExtensions.None;
        }

        Demand(version == 3);
        AsnReader tagged = part.ReadSequence(ExtensionsTag);
        part.ThrowIfNotEmpty();
        AsnReader extensions = tagged.ReadSequence();
        tagged.ThrowIfNotEmpty();
        return CertificateExtensions.Read(extensions);
    }

    private static void SkipIf(AsnReader part, Asn1Tag tag)
    {
        if (part.HasData && part.PeekTag().HasSameClassAndValue(tag))
        {
            part.ReadEncodedValue();
        }
    }

    public static void Demand(bool condition)
    {
        if (!condition)
        {
            throw new AsnContentException("a rule of RFC 5280 is broken");
        }
    }
}
