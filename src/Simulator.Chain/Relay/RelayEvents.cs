using Simulator.Chain.Execution;
using Simulator.Chain.Verification;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Relay;

public sealed record BatchSettlement(Hash32 MerkleRoot, UInt256 BatchSize, byte[] BlobId) : ContractEvent
{
    public override string Signature => "BatchSettlement(bytes32,uint256,bytes)";
}

public sealed record IndividualSettlement(InferenceProof Proof, Address EthAddress, byte[] BlobId) : ContractEvent
{
    public override string Signature =>
        "IndividualSettlement(bytes32,address,bytes32,bytes32,uint256,bytes,bytes)";
}
