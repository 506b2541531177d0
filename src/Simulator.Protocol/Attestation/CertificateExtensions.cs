using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Simulator.Protocol.Attestation;

/// <summary>The extensions path validation looks at: RFC 5280 §4.2.1.</summary>
internal sealed class CertificateExtensions
{
    private const string KeyUsageId = "2.5.29.15";
    private const string AlternativeNameId = "2.5.29.17";
    private const string BasicConstraintsId = "2.5.29.19";
    private const string ExtendedKeyUsageId = "2.5.29.37";
    private const string AnyUsage = "2.5.29.37.0";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // Understood but without a say in these paths: key identifiers, CRL points, policies, authority access.
    private static readonly string[] HarmlessIds =
        ["2.5.29.14", "2.5.29.31", "2.5.29.32", "2.5.29.35", "1.3.6.1.5.5.7.1.1"];

    public static CertificateExtensions None { get; } = new();

    public bool HasUnknownCritical { get; private set; }

    /// <summary>Null without basic constraints.</summary>
    public bool? IsAuthority { get; private set; }

    /// <summary>Null without a limit.</summary>
    public int? PathLength { get; private set; }

    /// <summary>None without a key usage, which then forbids nothing.</summary>
    public X509KeyUsageFlags KeyUsage { get; private set; }

    /// <summary>True without extended key usages too.</summary>
    public bool AllowsServerAuthentication { get; private set; } = true;

    public ReadOnlyMemory<byte> AlternativeName { get; private set; }

    public bool AllowsSigningCertificates => KeyUsage == X509KeyUsageFlags.None || (KeyUsage & X509KeyUsageFlags.KeyCertSign) != 0;

    public static CertificateExtensions Read(AsnReader extensions)
    {
        HashSet<string> seen = [];
        CertificateExtensions read = new();
        while (extensions.HasData)
        {
            AsnReader extension = extensions.ReadSequence();
            string id = extension.ReadObjectIdentifier();
            bool isCritical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
            byte[] value = extension.ReadOctetString();
            extension.ThrowIfNotEmpty();
            CertificateReader.Demand(seen.Add(id));
            read.HasUnknownCritical |= !read.TryTake(id, value) && isCritical;
        }

        return read;
    }

    private bool TryTake(string id, byte[] value)
    {
        switch (id)
        {
            case KeyUsageId: KeyUsage = ReadKeyUsage(value); return true;
            case BasicConstraintsId: ReadBasicConstraints(value); return true;
            case ExtendedKeyUsageId: AllowsServerAuthentication = ReadUsages(value); return true;
            case AlternativeNameId: AlternativeName = value; return true;
            default: return HarmlessIds.Contains(id);
        }
    }

    private static X509KeyUsageFlags ReadKeyUsage(byte[] value)
    {
        AsnReader reader = new(value, AsnEncodingRules.DER);
        byte[] bits = reader.ReadBitString(out _);
        reader.ThrowIfNotEmpty();
        return bits.Length == 0 ? X509KeyUsageFlags.None : (X509KeyUsageFlags)bits[0];
    }

    private static bool ReadUsages(byte[] value)
    {
        AsnReader reader = new(value, AsnEncodingRules.DER);
        AsnReader usages = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        bool allows = false;
        while (usages.HasData)
        {
            allows |= usages.ReadObjectIdentifier() is AnyUsage or ServerAuthentication;
        }

        return allows;
    }

    private void ReadBasicConstraints(byte[] value)
    {
        AsnReader reader = new(value, AsnEncodingRules.DER);
        AsnReader constraints = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        IsAuthority = constraints.HasData && constraints.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && constraints.ReadBoolean();
        if (constraints.HasData)
        {
            bool isLength = constraints.TryReadInt32(out int length);
            CertificateReader.Demand(isLength && length >= 0);
            PathLength = length;
        }

        constraints.ThrowIfNotEmpty();
    }
}
