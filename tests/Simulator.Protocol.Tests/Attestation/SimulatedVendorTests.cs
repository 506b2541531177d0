using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Attestation;

public sealed class SimulatedVendorTests
{
    private const ulong Milliseconds = 1_800_000_000_724;
    private const long Seconds = 1_800_000_000;

    private static readonly SimulatedVendor Vendor = new();
    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly byte[] Tls = EnclaveTlsCertificate.Make("node 0 boot 0", "localhost", Seconds);
    private static readonly AttestationRequest Request = new(
        AttestationRequest.ModuleIdOf("node 0", 0), Forgery.Image, Milliseconds, KeyBinding.Encode(Tls, Key.Spki.Span))
    {
        Nonce = new byte[20],
    };

    [Fact]
    public void A_made_document_is_valid_under_the_vendors_root_and_unknown_under_the_real_one()
    {
        byte[] document = Vendor.Attest(Request);

        AttestationCheck check = AttestationVerifier.Verify(document, Key.Spki, Tls, Vendor.RootPem, Seconds);

        Assert.Equal(AttestationVerdict.Valid, check.Verdict);
        Assert.Equal(Forgery.Image.Hash, check.PcrHash);
        Assert.Equal(5, check.Path.Length);
        Assert.Equal(
            AttestationVerdict.ChainUnknownAuthority,
            AttestationVerifier.Verify(document, Key.Spki, Tls, string.Empty, Seconds).Verdict);
    }

    [Fact]
    public void Two_vendors_make_the_same_document_byte_for_byte()
    {
        byte[] document = Vendor.Attest(Request);

        Assert.Equal(document, new SimulatedVendor().Attest(Request));
        Assert.Equal(
            "5736823e7e3a7ae0ad123c157e0ecb00880090efd5982992f593f00551b0cd43",
            Convert.ToHexStringLower(SHA256.HashData(document)));
    }

    [Fact]
    public void The_standard_library_builds_the_same_path()
    {
        AttestationPayload payload = AttestationVerifier.VerifyUnbound(Vendor.Attest(Request), Vendor.RootPem, Seconds).Payload!;
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(payload.CaBundle[0].Span));
        foreach (ReadOnlyMemory<byte> der in payload.CaBundle.Skip(1))
        {
            chain.ChainPolicy.ExtraStore.Add(X509CertificateLoader.LoadCertificate(der.Span));
        }

        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = DateTimeOffset.FromUnixTimeSeconds(Seconds).UtcDateTime;

        Assert.True(chain.Build(X509CertificateLoader.LoadCertificate(payload.Certificate.Span)));
        Assert.Equal(5, chain.ChainElements.Count);
    }

    [Theory]
    [InlineData(0, 20 * 86_400)]
    [InlineData(1, 6 * 86_400)]
    [InlineData(2, 86_400)]
    [InlineData(3, 3 * 3600 + 3)]
    public void Lifetimes_are_the_real_vendors(int levelBelowRoot, long seconds)
    {
        CertificateSummary[] path =
            [.. AttestationVerifier.VerifyUnbound(Vendor.Attest(Request), Vendor.RootPem, Seconds).Path.Reverse()];

        CertificateSummary certificate = path[levelBelowRoot + 1];

        Assert.Equal(seconds, certificate.NotAfter - certificate.NotBefore);
    }

    [Fact]
    public void A_document_of_any_second_of_a_month_is_valid_in_that_second()
    {
        for (long second = Seconds; second < Seconds + (30 * 86_400); second += 86_399)
        {
            byte[] document = Vendor.Attest(Request with { TimestampMilliseconds = (ulong)second * 1000 });

            Assert.Equal(AttestationVerdict.Valid, AttestationVerifier.Verify(document, Key.Spki, Tls, Vendor.RootPem, second).Verdict);
        }
    }

    [Fact]
    public void A_TLS_certificate_is_the_same_for_the_same_boot_and_proves_itself()
    {
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(Tls);

        Assert.Equal(Tls, EnclaveTlsCertificate.Make("node 0 boot 0", "localhost", Seconds));
        Assert.NotEqual(Tls, EnclaveTlsCertificate.Make("node 0 boot 1", "localhost", Seconds));
        Assert.Equal("CN=localhost", certificate.Subject);
        Assert.True(certificate.MatchesHostname("localhost"));
    }
}
