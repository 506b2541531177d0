using Simulator.Chain.Access;
using Simulator.Chain.Blocks;
using Simulator.Chain.Registry;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Ohttp;
using Simulator.Protocol.Registry;

namespace Simulator.Chain.Tests.Registry;

/// <summary>Protocol facts §5.3, with real attestation documents, RSA keys and transactions.</summary>
public sealed class TeeRegistryTests
{
    private readonly Enclaves enclaves = new();

    private TeeRegistry Registry => enclaves.Registry;

    [Fact]
    public void An_attested_enclave_is_registered_enabled_and_active()
    {
        TransactionReceipt receipt = enclaves.Run(Enclaves.Operator, enclaves.Registration(0));

        Hash32 id = Enclaves.KeyOf(0).TeeId;
        Assert.Null(receipt.Revert);
        Assert.Equal(new TeeRegistered(id, Enclaves.Operator, 0), Assert.Single(receipt.Logs).Event);
        TeeInfo tee = Registry.Find(id)!;
        Assert.Equal(
            (Enclaves.Operator, Enclaves.Image.Hash(), true, enclaves.Now, enclaves.Now, "https://10.0.0.1"),
            (tee.Owner, tee.PcrHash, tee.Enabled, tee.RegisteredAt, tee.LastHeartbeatAt, tee.Endpoint));
        Assert.True(Registry.IsTeeActive(id, enclaves.Now));
        Assert.Equal([id], Registry.TeesByType(Enclaves.LlmProxy));
        Assert.Equal([id], Registry.TeesByOwner(Enclaves.Operator));
    }

    public static TheoryData<string, string> RegistrationRefusals => new()
    {
        { "by a stranger", "AccessControlUnauthorizedAccount(" },
        { "of an unknown type", "InvalidTEEType()" },
        { "twice", "TEEAlreadyExists()" },
        { "with a stale document", "AttestationInvalid(\"Attestation document verification failed\")" },
        { "with another's certificate", "AttestationInvalid(\"Attestation document verification failed\")" },
        { "with another's key", "AttestationInvalid(\"Attestation document verification failed\")" },
        { "of another image", "PCRNotApproved()" },
    };

    [Theory]
    [MemberData(nameof(RegistrationRefusals))]
    public void A_registration_is_refused_by_name(string what, string error)
    {
        enclaves.Register(1);
        RegisterTeeCall good = enclaves.Registration(0);
        (Address sender, ContractCall call) = what switch
        {
            "by a stranger" => (Enclaves.Stranger, good),
            "of an unknown type" => (Enclaves.Operator, good with { TeeType = 9 }),
            "twice" => (Enclaves.Operator, enclaves.Registration(1)),
            "with a stale document" => (Enclaves.Operator, enclaves.Registration(0, age: 300)),
            "with another's certificate" =>
                (Enclaves.Operator, good with { TlsCertificate = enclaves.Registration(1).TlsCertificate }),
            "with another's key" =>
                (Enclaves.Operator, good with { SigningPublicKey = Enclaves.KeyOf(2).Spki.ToArray() }),
            "of another image" =>
                (Enclaves.Operator, enclaves.Registration(0, image: Enclaves.Image with { Pcr0 = [7] })),
            _ => (Address.Zero, good),
        };

        Assert.StartsWith(error, enclaves.Try(sender, call), StringComparison.Ordinal);
        Assert.Single(Registry.AllTees);
    }

    [Fact]
    public void A_document_is_fresh_for_exactly_300_seconds()
    {
        Assert.Null(enclaves.Try(Enclaves.Operator, enclaves.Registration(0, age: 299)));
    }

    [Fact]
    public void A_root_in_binary_form_makes_every_registration_fail()
    {
        enclaves.Try(Enclaves.Admin, new SetAwsRootCertificateCall(Registry.Address, [0x30, 0x82]));

        Assert.StartsWith(
            "AttestationInvalid", enclaves.Try(Enclaves.Operator, enclaves.Registration(0)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heartbeat_sets_the_block_s_time_and_may_be_replayed_while_it_is_young()
    {
        Hash32 id = enclaves.Register(0);
        HeartbeatCall beat = enclaves.Heartbeat(0, enclaves.Now - 300);

        Assert.Null(enclaves.Try(Enclaves.Stranger, beat, after: 900));
        Assert.Equal(enclaves.Now, Registry.Find(id)!.LastHeartbeatAt);
        Assert.Null(enclaves.Try(Enclaves.Stranger, beat, after: 600));
        Assert.Equal("HeartbeatTimestampTooOld()", enclaves.Try(Enclaves.Stranger, beat));
    }

    [Fact]
    public void An_enclave_is_active_up_to_the_maximum_age_and_again_after_its_next_heartbeat()
    {
        Hash32 id = enclaves.Register(0);
        ulong registered = enclaves.Now;

        Assert.True(Registry.IsTeeActive(id, registered + 1800));
        Assert.False(Registry.IsTeeActive(id, registered + 1801));
        enclaves.Wait(1801);
        Assert.True(Registry.IsTeeEnabled(id));
        Assert.Empty(Registry.ActiveTees(enclaves.Now));
        Assert.Null(enclaves.Try(Enclaves.Stranger, enclaves.Heartbeat(0, enclaves.Now - 300)));
        Assert.Single(Registry.ActiveTees(enclaves.Now));
    }

    [Theory]
    [InlineData("unknown", "TEENotFound()")]
    [InlineData("disabled", "TEENotEnabled()")]
    [InlineData("from the future", "HeartbeatTimestampInFuture()")]
    [InlineData("too old", "HeartbeatTimestampTooOld()")]
    [InlineData("another's", "HeartbeatSignatureInvalid()")]
    public void A_heartbeat_is_refused_by_name(string what, string error)
    {
        Hash32 id = enclaves.Register(0);
        if (what == "disabled")
        {
            enclaves.Try(Enclaves.Operator, new DisableTeeCall(Registry.Address, id));
        }

        HeartbeatCall beat = what switch
        {
            "unknown" => enclaves.Heartbeat(1, enclaves.Now),
            "from the future" => enclaves.Heartbeat(0, enclaves.Now + 2),
            "too old" => enclaves.Heartbeat(0, enclaves.Now - 1800),
            "another's" => enclaves.Heartbeat(1, enclaves.Now) with { TeeId = id },
            _ => enclaves.Heartbeat(0, enclaves.Now),
        };

        Assert.Equal(error, enclaves.Try(Enclaves.Stranger, beat));
    }

    [Fact]
    public void Revoking_a_measurement_disables_every_enclave_that_runs_it_at_once()
    {
        Hash32[] ids = [enclaves.Register(0), enclaves.Register(1), enclaves.Register(2)];

        TransactionReceipt receipt = enclaves.Run(
            Enclaves.Admin, new RevokePcrCall(Registry.Address, Enclaves.Image.Hash(), Enclaves.LlmProxy));

        Assert.Equal(
            [
                new TeeDisabled(ids[2]),
                new TeeDisabled(ids[1]),
                new TeeDisabled(ids[0]),
                new PcrRevoked(Enclaves.Image.Hash(), 0),
            ],
            receipt.Logs.Select(log => log.Event));
        Assert.Empty(Registry.EnabledTees);
        Assert.Equal("PCRNotApproved()", enclaves.Try(Enclaves.Operator, new EnableTeeCall(Registry.Address, ids[0])));
        Assert.Equal(
            "PCRNotApproved()",
            enclaves.Try(
                Enclaves.Admin, new RevokePcrCall(Registry.Address, Enclaves.Image.Hash(), Enclaves.LlmProxy)));

        enclaves.Try(Enclaves.Admin, new ApprovePcrCall(Registry.Address, Enclaves.Image, "1.1", Enclaves.LlmProxy));
        Assert.Empty(Registry.EnabledTees);
        Assert.Null(enclaves.Try(Enclaves.Operator, new EnableTeeCall(Registry.Address, ids[1])));
        Assert.Equal([ids[1]], Registry.EnabledTees);
        Assert.Equal([(Enclaves.LlmProxy, Enclaves.Image.Hash())], Registry.ApprovedPcrs);
    }

    [Fact]
    public void The_enabled_list_moves_its_last_enclave_into_the_hole()
    {
        Hash32[] ids = [enclaves.Register(0), enclaves.Register(1), enclaves.Register(2)];

        enclaves.Try(Enclaves.Operator, new DisableTeeCall(Registry.Address, ids[0]));
        Assert.Equal([ids[2], ids[1]], Registry.EnabledTees);
        enclaves.Try(Enclaves.Operator, new DisableTeeCall(Registry.Address, ids[1]));
        enclaves.Try(Enclaves.Operator, new EnableTeeCall(Registry.Address, ids[0]));

        Assert.Equal([ids[2], ids[0]], Registry.EnabledTees);
    }

    [Fact]
    public void Only_the_owner_or_the_admin_keeps_an_enclave()
    {
        Hash32 id = enclaves.Register(0);

        Assert.Equal("TEENotFound()", enclaves.Try(Enclaves.Stranger, new DisableTeeCall(Registry.Address, default)));
        Assert.Equal("NotTEEOwner()", enclaves.Try(Enclaves.Stranger, new DisableTeeCall(Registry.Address, id)));
        Assert.Null(enclaves.Try(Enclaves.Admin, new DisableTeeCall(Registry.Address, id)));
        Assert.Equal("TEENotEnabled()", enclaves.Try(Enclaves.Operator, new DisableTeeCall(Registry.Address, id)));
        Assert.Null(enclaves.Try(Enclaves.Operator, new EnableTeeCall(Registry.Address, id)));
        Assert.Null(enclaves.Try(Enclaves.Operator, new EnableTeeCall(Registry.Address, id)));
        enclaves.Try(Enclaves.Admin, new RevokeRoleCall(Registry.Address, TeeRegistry.Operator, Enclaves.Operator));
        Assert.Equal("NotTEEOwner()", enclaves.Try(Enclaves.Operator, new DisableTeeCall(Registry.Address, id)));
    }

    [Fact]
    public void Administration_is_the_admin_s()
    {
        Assert.Equal("TEETypeExists()", enclaves.Try(Enclaves.Admin, new AddTeeTypeCall(Registry.Address, 0, "again")));
        Assert.Equal(
            "InvalidTEEType()", enclaves.Try(
                Enclaves.Admin, new ApprovePcrCall(Registry.Address, Enclaves.Image, "1", 9)));
        Assert.Null(enclaves.Try(Enclaves.Admin, new SetHeartbeatMaxAgeCall(Registry.Address, 60UL)));
        Assert.Equal((UInt256)60UL, Registry.HeartbeatMaxAge);
        foreach (ContractCall call in (ContractCall[])
            [
                new AddTeeTypeCall(Registry.Address, 1, "Validator"),
                new SetHeartbeatMaxAgeCall(Registry.Address, 1UL),
                new GrantRoleCall(Registry.Address, TeeRegistry.Operator, Enclaves.Stranger),
            ])
        {
            Assert.Equal(
                $"AccessControlUnauthorizedAccount({Enclaves.Operator}, {Roles.Admin})", enclaves.Try(
                    Enclaves.Operator, call));
        }

        Assert.Equal(
            "AccessControlBadConfirmation()",
            enclaves.Try(
                Enclaves.Operator, new RenounceRoleCall(Registry.Address, TeeRegistry.Operator, Enclaves.Admin)));
        Assert.Null(enclaves.Try(
            Enclaves.Operator, new RenounceRoleCall(Registry.Address, TeeRegistry.Operator, Enclaves.Operator)));
        Assert.False(Registry.Roles.Has(TeeRegistry.Operator, Enclaves.Operator));
    }

    [Fact]
    public void An_ohttp_key_is_what_the_enclave_signed()
    {
        Hash32 id = enclaves.Register(0);
        OhttpKeyTerms terms = new(1, 0x20, 1, 3, new byte[32], [1, 2, 3]);
        SetOhttpConfigCall good = new(Registry.Address, id, terms, Enclaves.KeyOf(0).Sign(terms.SigningHash(id)));

        Assert.Equal("OHTTPConfigNotFound()", Registry.OhttpConfigOf(id).Revert!.ToString());
        Assert.Equal("TEENotFound()", enclaves.Try(Enclaves.Stranger, good with { TeeId = default }));
        Assert.Equal(
            "OHTTPConfigInvalid()",
            enclaves.Try(Enclaves.Stranger, good with { Config = terms with { PublicKey = [] } }));
        Assert.Equal(
            "OHTTPConfigInvalid()", enclaves.Try(
                Enclaves.Stranger, good with { Config = terms with { PublicKey = new byte[31] } }));
        Assert.Equal(
            "OHTTPConfigSignatureInvalid()", enclaves.Try(
                Enclaves.Stranger, good with { Config = terms with { KeyId = 2 } }));

        Assert.Null(enclaves.Try(Enclaves.Stranger, good));
        ulong first = enclaves.Now;
        Assert.Null(enclaves.Try(Enclaves.Stranger, good, after: 60));
        OhttpConfig config = Registry.OhttpConfigOf(id).Config!;
        Assert.Equal((first, first + 60), (config.RegisteredAt, config.UpdatedAt));
        Assert.Single(Registry.ActiveTeesWithOhttpConfig(enclaves.Now));

        Assert.Equal("NotTEEOwner()", enclaves.Try(Enclaves.Stranger, new ClearOhttpConfigCall(Registry.Address, id)));
        Assert.Null(enclaves.Try(Enclaves.Operator, new ClearOhttpConfigCall(Registry.Address, id)));
        Assert.Equal(
            "OHTTPConfigNotFound()", enclaves.Try(Enclaves.Operator, new ClearOhttpConfigCall(Registry.Address, id)));
    }

    [Fact]
    public void An_enclave_may_be_registered_together_with_its_ohttp_key_or_not_at_all()
    {
        Hash32 id = Enclaves.KeyOf(0).TeeId;
        OhttpKeyTerms terms = new(1, 0x20, 1, 3, new byte[32], [1]);
        RegisterTeeWithOhttpCall call = new(Registry.Address, enclaves.Registration(0), terms, [1]);

        Assert.Equal("OHTTPConfigSignatureInvalid()", enclaves.Try(Enclaves.Operator, call));
        Assert.Null(Registry.Find(id));
        call = call with { ConfigSignature = Enclaves.KeyOf(0).Sign(terms.SigningHash(id)) };
        Assert.Null(enclaves.Try(Enclaves.Operator, call));
        Assert.Equal((byte)1, Registry.Find(id)!.Ohttp!.Terms.KeyId);
    }

    /// <summary>Source: protocol facts, appendix B.3.</summary>
    [Fact]
    public void The_signed_hashes_are_those_of_the_published_vectors()
    {
        Hash32 id = Hash32.Parse(new string('1', 64));
        byte[] publicKey = [.. Enumerable.Repeat((byte)7, 32)];
        byte[] config = [1, 0, 0x20, .. publicKey, 0, 4, 0, 1, 0, 3];

        Assert.Equal(
            "0x5a51bb3f2d49d3ce3e8f510b199a49ba376535bd9ff97297e58fce6d49bf3e8e",
            TeeRegistry.HeartbeatHash(id, 1769999700UL).ToString());
        Assert.Equal(
            "0x8718efc1bd3d1f6769412268081899e951a33eb86801bd0b1ba08a5c37b32b24",
            new OhttpKeyTerms(1, 32, 1, 3, publicKey, config).SigningHash(id).ToString());
    }
}
