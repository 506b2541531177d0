using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Chain.Relay;

public sealed record BatchSettlement(Hash32 MerkleRoot, UInt256 BatchSize, byte[] BlobId) : ContractEvent
{
    public override string Signature => "BatchSettlement(bytes32,uint256,bytes)";
}

public sealed record IndividualSettlement(SettlementRow Row, Address EthAddress, byte[] BlobId) : ContractEvent
{
    public override string Signature =>
        "IndividualSettlement(bytes32,address,bytes32,bytes32,uint256,bytes,bytes)";
}
