using Simulator.Actors.Enclaves;
using Simulator.Actors.Operators;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;
using Simulator.Records;

namespace Simulator.Actors.Tests.Operators;

/// <summary>An operator fetches the papers, presents them as its conduct says, and reads the registry's word.</summary>
public sealed class NodeOperatorTests
{
    private static readonly RegistrationPapers Own = new([1, 1], [2, 2], [3, 3]);
    private static readonly RegistrationPapers Other = new([4, 4], [5, 5], [6, 6]);

    [Fact]
    public void A_boot_is_registered_with_the_papers_as_they_are()
    {
        Stage stage = RegistryCast.Operator();
        stage.Deliver(new BootAnnounced(50), RegistryCast.Enclave);
        GetAttestation asked = stage.Sent<GetAttestation>();

        Hand(stage, RegistryCast.Enclave, Own);

        Assert.Equal(20, asked.Nonce.Length);
        Assert.Equal(
            new RegisterTeeCall(
                RegistryCast.Registry, [1, 1], [2, 2], [3, 3], Papers.PayTo, RegistryCast.Endpoint, 0).Encode(),
            Presented(stage).Encode());
    }

    [Fact]
    public void The_registrys_yes_makes_the_document_known_and_its_no_is_named()
    {
        Stage taken = RegistryCast.Operator();
        Register(taken, null);
        Stage refused = RegistryCast.Operator();
        Register(refused, "AttestationInvalid");

        Hash32 tee = Keccak256.Hash(Own.SigningKey);
        Assert.Equal((tee, 50L), (taken.Said<NodeAttested>().TeeId, taken.Said<NodeAttested>().BootTime));
        Assert.Null(taken.Said<RegistrationFinished>().Refusal);
        Assert.Empty(refused.AllSaid<NodeAttested>());
        Assert.Equal(
            (tee, "honest/1", "honest", "AttestationInvalid"),
            (refused.Said<RegistrationFinished>().TeeId, refused.Said<RegistrationFinished>().Node,
                refused.Said<RegistrationFinished>().Group, refused.Said<RegistrationFinished>().Refusal!));
    }

    public static TheoryData<string, byte, byte, byte> Conducts => new()
    {
        { "imported_key", 1, 9, 3 },
        { "copied_identity", 4, 5, 6 },
        { "stale_document", 1, 2, 3 },
        { "replayed_document", 4, 2, 3 },
        { "swapped_certificate", 1, 2, 9 },
    };

    [Theory]
    [MemberData(nameof(Conducts))]
    public void Each_attack_presents_its_own_false_paper(string attack, byte document, byte key, byte certificate)
    {
        SimDuration holdBack = SimDuration.FromSeconds(320);
        RegistrationConduct conduct = attack switch
        {
            "imported_key" => RegistrationConduct.ImportedKey(attack, [9, 9]),
            "copied_identity" => RegistrationConduct.CopiedIdentity(attack, RegistryCast.OtherEnclave, holdBack),
            "stale_document" => RegistrationConduct.StaleDocument(attack, holdBack),
            "replayed_document" => RegistrationConduct.ReplayedDocument(attack, RegistryCast.OtherEnclave),
            _ => RegistrationConduct.SwappedCertificate(attack, [9, 9]),
        };
        Stage stage = RegistryCast.Operator(conduct);
        stage.Deliver(new BootAnnounced(50), RegistryCast.Enclave);

        Hand(stage, RegistryCast.Enclave, Own);
        Hand(stage, RegistryCast.OtherEnclave, Other);
        stage.Wait(holdBack);

        RegisterTeeCall call = Presented(stage);
        Assert.Equal((document, key, certificate), (call.Document[0], call.SigningPublicKey[0], call.TlsCertificate[0]));
    }

    [Fact]
    public void Papers_that_do_not_come_are_asked_for_again()
    {
        Stage stage = RegistryCast.Operator();
        stage.Deliver(new BootAnnounced(50), RegistryCast.Enclave);

        stage.Wait(SimDuration.FromSeconds(30));

        Assert.Equal(2, stage.AllSent<GetAttestation>().Count);
    }

    [Fact]
    public void A_transaction_that_no_block_takes_is_broadcast_again_and_reported_after_120_seconds()
    {
        Stage stage = RegistryCast.Operator();
        stage.Deliver(new BootAnnounced(50), RegistryCast.Enclave);
        Hand(stage, RegistryCast.Enclave, Own);

        stage.Wait(SimDuration.FromSeconds(121));

        Assert.Equal(25, stage.AllSent<SendRawTransaction>().Count);
        Assert.Single(stage.AllSent<SendRawTransaction>().Select(sent => Convert.ToHexString(sent.Raw)).Distinct());
        Assert.Equal("no receipt within 120 s", stage.Said<RegistrationFinished>().Refusal);
    }

    [Fact]
    public void Somebody_elses_enclave_is_not_registered()
    {
        Stage stage = RegistryCast.Operator();

        stage.Deliver(new BootAnnounced(50), RegistryCast.OtherEnclave);

        Assert.Empty(stage.AllSent<GetAttestation>());
    }

    private static void Register(Stage stage, string? revert)
    {
        stage.Deliver(new BootAnnounced(50), RegistryCast.Enclave);
        Hand(stage, RegistryCast.Enclave, Own);
        stage.Wait(SimDuration.FromSeconds(1));
        GetReceipt asked = stage.Sent<GetReceipt>();
        stage.Deliver(new GetReceiptReply(asked.Call, true, 3, revert), RegistryCast.FullNode);
    }

    private static void Hand(Stage stage, Kernel.ActorRef enclave, RegistrationPapers papers)
    {
        stage.Deliver(new AttestationReply(1, papers.Document, papers.SigningKey, papers.TlsCertificate), enclave);
        stage.Wait(SimDuration.Zero);
    }

    private static RegisterTeeCall Presented(Stage stage)
    {
        SendRawTransaction sent = stage.AllSent<SendRawTransaction>()[0];
        Assert.True(SignedTransaction.TryDecode(sent.Raw, out SignedTransaction? signed));
        Assert.True(ContractCalls.TryDecode(RegistryCast.Registry, signed.Transaction.Data, out ContractCall? call));
        return (RegisterTeeCall)call;
    }
}
