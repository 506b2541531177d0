using System.Security.Cryptography;
using Simulator.Protocol.Attestation;

namespace Simulator.Protocol.Tests.Attestation;

/// <summary>Expected values: protocol-facts "Nitro document layout" and B.7, computed there from the same file.</summary>
public sealed class GenuineDocumentTests
{
    [Fact]
    public void The_built_in_root_is_the_real_vendors()
    {
        byte[] der = Convert.FromBase64String(string.Concat(AwsNitroRoot.Pem.Split('\n').Where(line => line[0] != '-')));

        Assert.Equal(533, der.Length);
        Assert.Equal("641a0321a3e244efe456463195d606317ed7cdcc3c1756e09893f3c68f79bb5b", Convert.ToHexStringLower(SHA256.HashData(der)));
    }

    [Fact]
    public void A_genuine_document_is_valid_at_its_time()
    {
        AttestationCheck check = AttestationVerifier.VerifyUnbound(GenuineDocument.Bytes, rootPem: string.Empty, GenuineDocument.Seconds);

        Assert.Equal(AttestationVerdict.Valid, check.Verdict);
        Assert.Equal("0x8082af22571613eabd5dad9c7e857c4f16154ded3d387386d8193b53906f6a24", check.PcrHash.ToString());
        Assert.Equal(1_770_918_962_724UL, check.Payload!.Timestamp);
        Assert.Equal("i-0340e0cb833504eb6-enc019c12d31f78864d", check.Payload.ModuleId);
        Assert.Equal(5, check.Path.Length);
        Assert.Equal(
            "CN=i-0340e0cb833504eb6-enc019c12d31f78864d.us-east-2.aws, OU=AWS, O=Amazon, L=Seattle, S=Washington, C=US",
            check.Path[0].Subject);
        Assert.Equal("CN=aws.nitro-enclaves, OU=AWS, O=Amazon, C=US", check.Path[^1].Subject);
    }

    // The rule tolerates 60 s of skew, but the real leaf begins 3 s before its document: whichever is stricter counts.
    [Theory]
    [InlineData(1_770_918_901, AttestationVerdict.TimestampInFuture)]
    [InlineData(1_770_918_902, AttestationVerdict.ChainCertificateNotYetValid)]
    [InlineData(1_770_918_958, AttestationVerdict.ChainCertificateNotYetValid)]
    [InlineData(1_770_918_959, AttestationVerdict.Valid)]
    [InlineData(1_770_919_262, AttestationVerdict.Valid)]
    [InlineData(1_770_919_263, AttestationVerdict.TimestampTooOld)]
    public void Freshness_and_the_leafs_first_second_bound_the_block_times_that_pass(long blockTime, AttestationVerdict expected)
    {
        Assert.Equal(expected, AttestationVerifier.VerifyUnbound(GenuineDocument.Bytes, string.Empty, blockTime).Verdict);
    }

    [Fact]
    public void Encoding_a_genuine_document_again_gives_its_bytes()
    {
        Assert.Equal(AttestationVerdict.Valid, CoseSign1.TryDecode(GenuineDocument.Bytes, out CoseSign1? envelope));
        Assert.True(AttestationPayload.TryDecode(envelope!.Payload, out AttestationPayload? payload));

        Assert.Equal(4448, envelope.Payload.Length);
        Assert.Equal(envelope.Payload.ToArray(), payload.Encode());
        Assert.Equal(GenuineDocument.Bytes, envelope.Encode());
        Assert.Equal(4469, CoseSign1.SignedBytes(envelope.Protected.Span, envelope.Payload.Span).Length);
        Assert.Equal([533, 707, 794, 706], payload.CaBundle.Select(der => der.Length));
        Assert.Equal(639, payload.Certificate.Length);
    }

    [Fact]
    public void Its_user_data_names_two_hashes_under_multihash_prefixes()
    {
        AttestationPayload payload = AttestationVerifier.VerifyUnbound(GenuineDocument.Bytes, string.Empty, GenuineDocument.Seconds).Payload!;

        Assert.True(KeyBinding.TryRead(payload.UserData!.Value, out KeyBinding binding));
        Assert.Equal(
            payload.UserData.Value.ToArray(),
            [0x12, 0x20, .. binding.TlsCertificateSha256, 0x12, 0x20, .. binding.SigningKeySha256]);
    }

    [Theory]
    [InlineData(
        "8c7b728e1a8e034aa1cc6c82521adeacec05118b766d5203c80aaf84322b73d095e05672d98fba613ba2b3aaa0e6a482",
        "4b4d5b3661b3efc12920900c80e126e4ce783c522de6c02a2a5bf7af3a2b9327b86776f188e4be1c1c404a129dbda493",
        "74787f27d0c4bbead44d7a61a02df3b8297b0ab1faffb8ebd113a34b434147acb7cd21504b82eeea34100034ccaaed94",
        "0x77786f3515030fe50a260c26d229eff15d2db0e211008f1581dc3e91bfd25703")]
    [InlineData(
        "f2945c350e80c9431649dd691cb4ecebc11174c0201e22c151b0b11c0aa41074174b57cc17343444380f212baaf5752c",
        "4b4d5b3661b3efc12920900c80e126e4ce783c522de6c02a2a5bf7af3a2b9327b86776f188e4be1c1c404a129dbda493",
        "01d8b4615e5dc0417d57713b6d8d2c3b0ab3ec3e1848658c116a2986da35b47c04001c8acbea57858446d0bf0a35de68",
        "0xb4c9585138438b60a72e11257b3c8a96d20c621e53d016f27657285361f77e87")]
    public void Published_measurements_have_their_registry_hash(string pcr0, string pcr1, string pcr2, string expected)
    {
        Assert.Equal(expected, EnclaveMeasurements.Parse(pcr0, pcr1, pcr2).Hash.ToString());
    }
}
