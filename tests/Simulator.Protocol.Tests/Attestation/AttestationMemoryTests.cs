using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Attestation;

public sealed class AttestationMemoryTests
{
    private const long Seconds = 1_800_000_000;

    private static readonly SimulatedVendor Vendor = new();
    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly byte[] Tls = EnclaveTlsCertificate.Make("remembered", "localhost", Seconds);
    private static readonly byte[] Document = Attest(node: 0);

    private readonly AttestationMemory memory = new();

    [Fact]
    public void Every_question_is_answered_as_the_verifier_answers_it()
    {
        byte[] corrupted = [.. Document];
        corrupted[^1] ^= 1;

        Expect(AttestationVerdict.Valid, Document, Key.Spki, Tls, Vendor.RootPem, Seconds);
        Expect(AttestationVerdict.SignatureInvalid, corrupted, Key.Spki, Tls, Vendor.RootPem, Seconds);
        Expect(AttestationVerdict.SigningKeyMismatch, Document, TestKeys.Pool[1].Spki, Tls, Vendor.RootPem, Seconds);
        Expect(AttestationVerdict.TlsCertificateMismatch, Document, Key.Spki, [1], Vendor.RootPem, Seconds);
        Expect(AttestationVerdict.TlsCertificateEmpty, Document, Key.Spki, [], Vendor.RootPem, Seconds);
        Expect(AttestationVerdict.ChainUnknownAuthority, Document, Key.Spki, Tls, string.Empty, Seconds);
        Expect(AttestationVerdict.TimestampTooOld, Document, Key.Spki, Tls, Vendor.RootPem, Seconds + 301);
    }

    [Fact]
    public void A_document_is_checked_once_however_often_it_is_asked_about()
    {
        AttestationCheck first = memory.VerifyUnbound(Document, Vendor.RootPem, Seconds);

        Assert.Same(first, memory.VerifyUnbound((byte[])[.. Document], Vendor.RootPem, Seconds));
        Assert.Same(first, memory.Verify(Document, Key.Spki, Tls, Vendor.RootPem, Seconds));
        Assert.NotSame(first, memory.VerifyUnbound(Attest(node: 1), Vendor.RootPem, Seconds));
        Assert.NotSame(first, memory.VerifyUnbound(Document, Vendor.RootPem, Seconds + 1));
    }

    [Fact]
    public void A_full_memory_forgets_and_answers_as_before()
    {
        AttestationCheck first = memory.VerifyUnbound(Document, Vendor.RootPem, Seconds);
        for (int late = 1; late <= AttestationMemory.Capacity; late++)
        {
            AttestationCheck check = memory.VerifyUnbound(Document, Vendor.RootPem, Seconds + 300 + late);
            Assert.Equal(AttestationVerdict.TimestampTooOld, check.Verdict);
        }

        AttestationCheck again = memory.VerifyUnbound(Document, Vendor.RootPem, Seconds);

        Assert.NotSame(first, again);
        Assert.Equal(AttestationVerdict.Valid, again.Verdict);
    }

    // Asked twice: the second answer comes from the memory.
    private void Expect(
        AttestationVerdict verdict,
        byte[] document,
        ReadOnlyMemory<byte> key,
        byte[] tls,
        string root,
        long time)
    {
        Assert.Equal(verdict, AttestationVerifier.Verify(document, key, tls, root, time).Verdict);
        Assert.Equal(verdict, memory.Verify(document, key, tls, root, time).Verdict);
        Assert.Equal(verdict, memory.Verify(document, key, tls, root, time).Verdict);
    }

    private static byte[] Attest(int node) => Vendor.Attest(new AttestationRequest(
        AttestationRequest.ModuleIdOf($"node {node}", 0),
        Forgery.Image,
        Seconds * 1000,
        KeyBinding.Encode(Tls, Key.Spki.Span)));
}
