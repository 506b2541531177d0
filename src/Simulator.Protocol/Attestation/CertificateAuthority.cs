using System.Security.Cryptography.X509Certificates;

namespace Simulator.Protocol.Attestation;

/// <summary>One signing level of the simulated vendor: its name, its key and its own certificate.</summary>
internal sealed record CertificateAuthority(X500DistinguishedName Name, P384SigningKey Key, byte[] Der)
{
    // Path length: how many authorities may follow; null for no limit.
    public static CertificateAuthority SelfSigned(
        X500DistinguishedName name, P384SigningKey key, long notBefore, long notAfter, int? pathLength)
    {
        CertificateTemplate template = Template(name, key, notBefore, notAfter, pathLength);
        return new CertificateAuthority(name, key, template.Sign(name, key));
    }

    public CertificateAuthority Certify(
        X500DistinguishedName name, P384SigningKey key, long notBefore, long notAfter, int pathLength)
    {
        CertificateTemplate template = Template(name, key, notBefore, notAfter, pathLength);
        template.Extensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(
            new X509SubjectKeyIdentifierExtension(Key.PublicKey, critical: false)));
        return new CertificateAuthority(name, key, template.Sign(Name, Key));
    }

    public byte[] Certify(CertificateTemplate template) => template.Sign(Name, Key);

    private static CertificateTemplate Template(
        X500DistinguishedName name, P384SigningKey key, long notBefore, long notAfter, int? pathLength) =>
        new(name, key.PublicKey, notBefore, notAfter)
        {
            Extensions =
            {
                new X509BasicConstraintsExtension(
                    certificateAuthority: true,
                    hasPathLengthConstraint: pathLength.HasValue,
                    pathLength.GetValueOrDefault(),
                    critical: true),
                new X509SubjectKeyIdentifierExtension(key.PublicKey, critical: false),
                new X509KeyUsageExtension(
                    X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
                    critical: true),
            },
        };
}
