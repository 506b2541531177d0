using Simulator.Protocol.Attestation;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Tests.Attestation;

/// <summary>Rules and their order: protocol-facts "TEE precompile", verifyAttestation.</summary>
public sealed class AttestationVerifierTests
{
    public static TheoryData<int> Rules => [.. Enumerable.Range(0, Spoilings.InOrder.Count)];

    [Fact]
    public void An_unspoilt_document_is_valid_and_yields_its_measurements_hash()
    {
        AttestationCheck check = new Forgery().Check();

        Assert.Equal(AttestationVerdict.Valid, check.Verdict);
        Assert.Equal(Forgery.Image.Hash, check.PcrHash);
        Assert.Equal(4, check.Path.Length);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_has_its_name(int rule)
    {
        Forgery forgery = new();
        Spoilings.InOrder[rule].Spoil(forgery);

        AttestationCheck check = forgery.Check();

        Assert.Equal(Spoilings.InOrder[rule].Verdict, check.Verdict);
        Assert.Equal(Hash32.Zero, check.PcrHash);
    }

    [Fact]
    public void Every_verdict_but_valid_has_a_way_to_reach_it_and_the_list_is_in_order()
    {
        AttestationVerdict[] refusals = [.. Enum.GetValues<AttestationVerdict>().Where(v => v > AttestationVerdict.Valid)];

        Assert.Equal(refusals, Spoilings.InOrder.Select(spoiling => spoiling.Verdict));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Of_two_broken_rules_the_earlier_one_names_the_verdict(int rule)
    {
        (AttestationVerdict verdict, string group, Action<Forgery> spoil) = Spoilings.InOrder[rule];
        foreach ((AttestationVerdict _, string laterGroup, Action<Forgery> alsoSpoil) in Spoilings.InOrder.Skip(rule + 1))
        {
            if (laterGroup != group)
            {
                Forgery forgery = new();
                alsoSpoil(forgery);
                spoil(forgery);

                Assert.Equal(verdict, forgery.Verdict());
            }
        }
    }

    [Fact]
    public void A_register_longer_than_64_bytes_is_valid_with_a_zero_hash()
    {
        Forgery forgery = new();
        forgery.PayloadEdits.Add(p => p with { Pcrs = p.Pcrs.SetItem(1, [.. new byte[65]]) });

        AttestationCheck check = forgery.Check();

        Assert.True(check.IsValid);
        Assert.Equal(Hash32.Zero, check.PcrHash);
    }

    [Fact]
    public void Zero_registers_of_a_debug_enclave_pass()
    {
        Forgery forgery = new();
        forgery.PayloadEdits.Add(p => p with { Pcrs = p.Pcrs.SetItem(0, [.. new byte[48]]) });

        Assert.Equal(AttestationVerdict.Valid, forgery.Verdict());
    }

    [Fact]
    public void Header_algorithm_digest_module_nonce_and_prefixes_are_not_looked_at()
    {
        Forgery forgery = new();
        forgery.PayloadEdits.Add(p => p with
        {
            ModuleId = "anything",
            Digest = "MD5",
            PublicKey = null,
            Nonce = new byte[7],
            UserData = (byte[])[9, 9, .. p.UserData!.Value.Span[2..]],
        });

        Assert.Equal(AttestationVerdict.Valid, forgery.Verdict());
    }

    [Theory]
    [InlineData(new byte[] { 0xF6 })]
    [InlineData(new byte[] { 0xF7 })]
    [InlineData(new byte[] { 0xA1, 0x04, 0x41, 0x78 })]
    [InlineData(new byte[] { 0xBF, 0xFF })]
    public void The_unprotected_header_may_say_anything_a_map_can_say(byte[] header)
    {
        Assert.Equal(AttestationVerdict.Valid, new Forgery { Unprotected = header }.Verdict());
    }

    [Fact]
    public void The_order_of_the_bundle_does_not_matter_and_strangers_in_it_do_no_harm()
    {
        Forgery forgery = new();
        forgery.PayloadEdits.Add(p => p with { CaBundle = [.. p.CaBundle.Reverse(), p.Certificate, AwsNitroDer()] });

        Assert.Equal(AttestationVerdict.Valid, forgery.Verdict());
    }

    [Fact]
    public void A_missing_intermediate_leaves_no_path()
    {
        Forgery forgery = new();
        forgery.PayloadEdits.Add(p => p with { CaBundle = [p.CaBundle[0], p.CaBundle[2]] });

        Assert.Equal(AttestationVerdict.ChainUnknownAuthority, forgery.Verdict());
    }

    [Fact]
    public void Validity_includes_its_first_and_last_second()
    {
        Assert.Equal(AttestationVerdict.Valid, new Forgery { UpperValidity = (Forgery.Now, Forgery.Now) }.Verdict());
    }

    [Fact]
    public void A_tagged_envelope_and_one_of_indefinite_length_are_read_too()
    {
        Forgery tagged = new();
        tagged.DocumentEdits.Add(bytes => [0xD2, .. bytes]);
        Forgery indefinite = new();
        indefinite.DocumentEdits.Add(bytes => [0x9F, .. bytes.AsSpan(1), 0xFF]);

        Assert.Equal(AttestationVerdict.Valid, tagged.Verdict());
        Assert.Equal(AttestationVerdict.Valid, indefinite.Verdict());
    }

    private static byte[] AwsNitroDer() =>
        Convert.FromBase64String(string.Concat(AwsNitroRoot.Pem.Split('\n').Where(line => line[0] != '-')));
}
