using Simulator.Chain.Execution;
using Simulator.Chain.Verification;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Relay;

/// <summary>Publishes the root of a batch. Nothing in it is checked.</summary>
public sealed record BatchSettle(Hash32 MerkleRoot, UInt256 BatchSize, byte[] BlobId) : ContractCall
{
    public override string Signature => "batchSettle(bytes32,uint256,bytes)";

    public override ulong Gas => GasTable.BatchSettle;
}

/// <summary>Publishes one answer after its signature has been checked.</summary>
public sealed record SettleIndividual(InferenceProof Proof, Address EthAddress, byte[] BlobId) : ContractCall
{
    public override string Signature => "settleIndividual(bytes32,bytes32,bytes32,uint256,address,bytes,bytes)";

    public override ulong Gas => GasTable.SettleIndividual;
}
