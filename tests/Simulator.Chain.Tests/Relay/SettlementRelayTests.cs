using Simulator.Chain.Blocks;
using Simulator.Chain.Relay;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Chain.Verification;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;
using Simulator.Protocol.Settlement;

namespace Simulator.Chain.Tests.Relay;

/// <summary>Protocol facts §5.5 and §5.6.</summary>
public sealed class SettlementRelayTests
{
    private readonly Enclaves enclaves = new();

    private Address Relay => enclaves.World.Relay.Address;

    [Fact]
    public void A_batch_is_published_unchecked_and_may_be_repeated()
    {
        BatchSettleCall call = new(Relay, Hash32.Parse(new string('a', 64)), 0UL, [1]);

        TransactionReceipt receipt = enclaves.Run(Enclaves.Admin, call);

        BatchSettlement published = Assert.IsType<BatchSettlement>(Assert.Single(receipt.Logs).Event);
        Assert.Equal((call.Root, UInt256.Zero), (published.MerkleRoot, published.BatchSize));
        Assert.Null(enclaves.Try(Enclaves.Admin, call));
        Assert.StartsWith(
            "AccessControlUnauthorizedAccount(", enclaves.Try(Enclaves.Stranger, call), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-3600, true)]
    [InlineData(-3601, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void An_answer_is_settled_within_both_bounds_of_its_time(int offset, bool settled)
    {
        enclaves.Register(0);
        SettleIndividualCall call = Individual(0, (ulong)((long)enclaves.Now + 1 + offset));

        Assert.Equal(settled ? null : "Error(\"Invalid signature\")", enclaves.Try(Enclaves.Admin, call));
    }

    [Fact]
    public void A_stale_enclave_still_settles_and_a_disabled_one_does_not()
    {
        Hash32 id = enclaves.Register(0);
        enclaves.Wait(5000);
        Assert.False(enclaves.Registry.IsTeeActive(id, enclaves.Now));

        Assert.Null(enclaves.Try(Enclaves.Admin, Individual(0, enclaves.Now)));
        enclaves.Try(Enclaves.Admin, new DisableTeeCall(enclaves.Registry.Address, id));
        Assert.Equal("Error(\"Invalid signature\")", enclaves.Try(Enclaves.Admin, Individual(0, enclaves.Now)));
        Assert.False(enclaves.World.Verifier.VerifySignatureNoTimestamp(Individual(0, 1).Row));
    }

    [Fact]
    public void An_unknown_enclave_or_a_changed_output_is_refused()
    {
        enclaves.Register(0);
        SettleIndividualCall good = Individual(0, enclaves.Now);

        Assert.Equal("Error(\"Invalid signature\")", enclaves.Try(Enclaves.Admin, Individual(1, enclaves.Now)));
        Assert.Equal(
            "Error(\"Invalid signature\")",
            enclaves.Try(Enclaves.Admin, good with { Row = good.Row with { OutputHash = good.Row.InputHash } }));
        Assert.True(enclaves.World.Verifier.VerifySignatureNoTimestamp(Individual(0, 1).Row));
    }

    [Fact]
    public void A_verifier_can_be_pointed_at_another_registry_but_not_at_none()
    {
        Address verifier = enclaves.World.Verifier.Address;

        Assert.Equal(
            "InvalidRegistryAddress()", enclaves.Try(Enclaves.Admin, new SetRegistryCall(verifier, Address.Zero)));
        TransactionReceipt receipt = enclaves.Run(Enclaves.Admin, new SetRegistryCall(verifier, Enclaves.Stranger));
        Assert.Equal(
            new RegistryUpdated(enclaves.Registry.Address, Enclaves.Stranger), Assert.Single(receipt.Logs).Event);
        enclaves.Register(0);
        Assert.False(enclaves.World.Verifier.VerifySignatureNoTimestamp(Individual(0, 1).Row));
    }

    /// <summary>Source: protocol facts, appendix B.3 and B.4.</summary>
    [Fact]
    public void Message_hash_and_inclusion_proofs_are_those_of_the_published_vectors()
    {
        Hash32 input = Hash32.Parse("ceea7a7f0a631f54846aae80440ccd9ac4576b2750e81e029673faa5bf316dde");
        Hash32 output = Hash32.Parse("b6e16d27ac5ab427a7f68900ac5559ce272dc6c37c82b3e052246c82244c50e4");
        Hash32 root = Hash32.Parse("144c4be057e3db486da5861788e8a1da40d3f1eb0cf0b7696cec6258b8bb589d");
        Hash32 inner = Hash32.Parse("6c7cc11a62d8ccfccdbddd5d55dd00d5d89944bc77d79d893a87a82a6acba7c8");
        Hash32 leaf0 = Hash32.Parse("c23edb1195111bd84c4fc6a244eff6fec826f488d39249dd7cf7477dc56c9a02");
        Hash32 leaf1 = Hash32.Parse("6616d98d6e41cb9fbf20960fb91fea021e3aa9a1a46feb6fbf701d7dcf266be7");
        Hash32 leaf2 = Hash32.Parse("872a79348d694d4ca5b547204cd02bcc9639d4c04f517261ac1562fce9227935");

        Assert.Equal(
            "0x5a240b9d7e7fde4fc104d47036df2f582fbad98575ce2478033d36e7da74e4ad",
            TeeVerifier.ComputeMessageHash(input, output, 1770000000UL).ToString());
        Assert.True(InferenceSettlementRelay.VerifyProof([inner], root, leaf0));
        Assert.True(InferenceSettlementRelay.VerifyProof([leaf2, leaf0], root, leaf1));
        Assert.True(InferenceSettlementRelay.VerifyProof([leaf1, leaf0], root, leaf2));
        Assert.True(InferenceSettlementRelay.VerifyProof([], leaf0, leaf0));
        Assert.False(InferenceSettlementRelay.VerifyProof([leaf1], root, leaf0));
        Assert.False(InferenceSettlementRelay.VerifyProof([inner], root, leaf2));
    }

    private SettleIndividualCall Individual(int enclave, ulong timestamp)
    {
        Hash32 input = Keccak256.HashText("input");
        Hash32 output = Keccak256.HashText("output");
        byte[] signature = Enclaves.KeyOf(enclave).Sign(TeeVerifier.ComputeMessageHash(input, output, timestamp));
        SettlementRow row = new(Enclaves.KeyOf(enclave).TeeId, input, output, signature, timestamp);
        return new SettleIndividualCall(Relay, row, Enclaves.Stranger, "blob"u8.ToArray());
    }
}
