using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Simulator.Protocol.Attestation;

/// <summary>What a certificate of the simulated vendor says. Times: Unix seconds.</summary>
internal sealed record CertificateTemplate(X500DistinguishedName Subject, PublicKey Key, long NotBefore, long NotAfter)
{
    public List<X509Extension> Extensions { get; } = [];

    /// <summary>DER, the same bytes for the same template and issuer; the serial number follows from both.</summary>
    public byte[] Sign(X500DistinguishedName issuer, P384SigningKey issuerKey)
    {
        CertificateRequest request = new(Subject, Key, HashAlgorithmName.SHA384);
        foreach (X509Extension extension in Extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        using X509Certificate2 certificate = request.Create(
            issuer,
            new DeterministicSignatureGenerator(issuerKey),
            DateTimeOffset.FromUnixTimeSeconds(NotBefore),
            DateTimeOffset.FromUnixTimeSeconds(NotAfter),
            SerialNumber(issuer));
        return certificate.RawData;
    }

    private byte[] SerialNumber(X500DistinguishedName issuer)
    {
        string identity = FormattableString.Invariant($"{NotBefore} {NotAfter} {issuer.Name} {Subject.Name}");
        byte[] text = Encoding.UTF8.GetBytes(identity);
        byte[] serial = SHA256.HashData([.. text, .. Key.EncodedKeyValue.RawData])[..16];
        // Positive, and never shorter than sixteen bytes.
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        return serial;
    }
}
