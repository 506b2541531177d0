using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Simulator.Protocol.Attestation;

/// <summary>The self-signed TLS certificate an enclave makes at boot; clients pin it from the registry.</summary>
public static class EnclaveTlsCertificate
{
    private const long LifetimeSeconds = 365 * 86_400;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>DER, the same bytes for the same arguments.</summary>
    /// <param name="name">Whose certificate: names the key; one name per boot.</param>
    /// <param name="host">The DNS name the certificate is for.</param>
    /// <param name="bootTime">Unix seconds.</param>
    public static byte[] Make(string name, string host, long bootTime)
    {
        P384SigningKey key = P384SigningKey.FromName("opgsim tls " + name);
        X500DistinguishedNameBuilder subject = new();
        subject.AddCommonName(host);
        SubjectAlternativeNameBuilder alternative = new();
        alternative.AddDnsName(host);
        CertificateTemplate template = new(subject.Build(), key.PublicKey, bootTime, bootTime + LifetimeSeconds);
        template.Extensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        template.Extensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        template.Extensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        template.Extensions.Add(alternative.Build());
        return template.Sign(template.Subject, key);
    }
}
