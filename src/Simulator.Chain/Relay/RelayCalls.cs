using Simulator.Chain.Execution;
using Simulator.Chain.Verification;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Relay;

/// <summary>Publishes the root of a batch. Nothing in it is checked.</summary>
public sealed record BatchSettleCall(
    Address Target,
    Hash32 MerkleRoot,
    UInt256 BatchSize,
    byte[] BlobId) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("batchSettle(bytes32,uint256,bytes)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.BatchSettle;

    internal static BatchSettleCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Word(), arguments.Number(), arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Word(MerkleRoot).Number(BatchSize).Bytes(BlobId);
}

/// <summary>Publishes one answer after its signature has been checked.</summary>
public sealed record SettleIndividualCall(
    Address Target,
    InferenceProof Proof,
    Address EthAddress,
    byte[] BlobId) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "settleIndividual(bytes32,bytes32,bytes32,uint256,address,bytes,bytes)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.SettleIndividual;

    internal static SettleIndividualCall Read(Address target, ref AbiReader arguments)
    {
        InferenceProof unsigned = new(arguments.Word(), arguments.Word(), arguments.Word(), arguments.Number(), []);
        Address ethAddress = arguments.Address();
        byte[] blobId = arguments.Bytes();
        return new(target, unsigned with { Signature = arguments.Bytes() }, ethAddress, blobId);
    }

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Word(Proof.TeeId).Word(Proof.InputHash).Word(Proof.OutputHash).Number(Proof.Timestamp)
            .Address(EthAddress).Bytes(BlobId).Bytes(Proof.Signature);
}
