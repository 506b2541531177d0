using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Simulator.Primitives;

namespace Simulator.Protocol.Attestation;

/// <summary>The maker of the simulated hardware: it issues attestation documents under a root of its own.</summary>
/// <remarks>
/// Levels, path lengths and lifetimes are the real vendor's: root (30 years) → region (20 days, path length 2) → zone
/// (6 days, 1) → instance (24 hours, 0) → enclave (3 hours). Upper levels are renewed halfway through their lifetime,
/// on a grid of calendar time, so that a certificate depends on nothing but names and time. All keys are derived from
/// names and are public knowledge. Safe for concurrent use. protocol: Nitro document layout.
/// </remarks>
public sealed class SimulatedVendor
{
    /// <summary>How long a leaf is valid after the document that carries it, in seconds.</summary>
    public const long LeafSeconds = 3 * 3600;

    private const string Organization = "opgsim";
    private const string Suffix = "sim.nitro-enclaves";
    private const long Day = 86_400;

    // The real root's first and last day, so that the same scenarios can use either.
    private const long RootNotBefore = 1_572_269_285;
    private const long RootNotAfter = 2_519_044_085;

    private static readonly Lazy<SimulatedVendor> Shared = new(() => new SimulatedVendor());

    private readonly ConcurrentDictionary<string, CertificateAuthority> authorities = new();
    private readonly ConcurrentDictionary<string, P384SigningKey> leafKeys = new();
    private readonly string region;
    private readonly CertificateAuthority root;

    /// <param name="region">Part of the names below the root, as in <c>us-east-2</c>.</param>
    /// <param name="rootName">Names the root's key; any other name makes a vendor whom nobody trusts.</param>
    public SimulatedVendor(string region = "us-east-2", string rootName = "opgsim vendor root 1")
    {
        ArgumentException.ThrowIfNullOrEmpty(region);
        ArgumentException.ThrowIfNullOrEmpty(rootName);
        this.region = region;
        root = CertificateAuthority.SelfSigned(
            Name(Suffix),
            P384SigningKey.FromName(rootName),
            RootNotBefore,
            RootNotAfter,
            pathLength: null);
        RootPem = PemEncoding.WriteString("CERTIFICATE", root.Der) + "\n";
    }

    /// <summary>The vendor of all simulated worlds, which remembers what it has issued.</summary>
    public static SimulatedVendor Default => Shared.Value;

    /// <summary>What the simulated registry trusts in place of the real vendor's root.</summary>
    public string RootPem { get; }

    /// <summary>Issues the document an enclave asks its hardware for: deterministic, binary COSE_Sign1.</summary>
    public byte[] Attest(AttestationRequest request)
    {
        long seconds = (long)(request.TimestampMilliseconds / 1000);
        Invariant.That(seconds is > RootNotBefore and < RootNotAfter);
        ImmutableArray<CertificateAuthority> levels = LevelsAt(request.ModuleId, seconds);
        P384SigningKey leafKey = leafKeys.GetOrAdd(
            request.ModuleId, static module => P384SigningKey.FromName("opgsim vendor enclave " + module));
        byte[] payload = new AttestationPayload
        {
            ModuleId = request.ModuleId,
            Timestamp = request.TimestampMilliseconds,
            Pcrs = request.Registers(),
            Certificate = Leaf(levels[^1], leafKey, request.ModuleId, seconds),
            CaBundle = [.. levels.Select(level => (ReadOnlyMemory<byte>)level.Der)],
            PublicKey = request.PublicKey,
            UserData = request.UserData,
            Nonce = request.Nonce,
        }.Encode();
        byte[] signature = leafKey.Sign(CoseSign1.SignedBytes(CoseSign1.Es384Header, payload));
        return new CoseSign1(CoseSign1.Es384Header.ToArray(), payload, signature).Encode();
    }

    private ImmutableArray<CertificateAuthority> LevelsAt(string moduleId, long time)
    {
        string instance = moduleId.Split("-enc")[0];
        string zone = Label(region + " zone") + ".zonal." + region;
        CertificateAuthority regional = Level(root, Label(region) + "." + region, time, 20 * Day, pathLength: 2);
        CertificateAuthority zonal = Level(regional, zone, time, 6 * Day, pathLength: 1);
        CertificateAuthority host = Level(zonal, instance + "." + region, time, Day, pathLength: 0);
        return [root, regional, zonal, host];
    }

    /// <summary>
    /// The authority of a name in its period around a time, issued by the level above it in the same period.
    /// </summary>
    private CertificateAuthority Level(
        CertificateAuthority issuer, string name, long time, long lifetime, int pathLength)
    {
        long notBefore = time / (lifetime / 2) * (lifetime / 2);
        string period = name + " " + notBefore.ToString(CultureInfo.InvariantCulture);
        string cacheKey = Convert.ToHexStringLower(SHA256.HashData(issuer.Der)) + period;
        return authorities.GetOrAdd(cacheKey, _ => issuer.Certify(
            Name(name + "." + Suffix),
            P384SigningKey.FromName("opgsim vendor " + period),
            notBefore,
            notBefore + lifetime,
            pathLength));
    }

    private byte[] Leaf(CertificateAuthority host, P384SigningKey key, string moduleId, long time)
    {
        X500DistinguishedName name = Name(moduleId + "." + region + ".sim");
        CertificateTemplate template = new(name, key.PublicKey, time - 3, time + LeafSeconds);
        template.Extensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        template.Extensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: false));
        return host.Certify(template);
    }

    private static string Label(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 8));

    private static X500DistinguishedName Name(string commonName)
    {
        X500DistinguishedNameBuilder builder = new();
        builder.AddCommonName(commonName);
        builder.AddOrganizationName(Organization);
        builder.AddCountryOrRegion("US");
        return builder.Build();
    }
}
