using Simulator.Chain.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Bridge;

/// <summary>Token left this chain; the other one is to hand it over under this number.</summary>
public sealed record BridgeSent(UInt256 Sequence, Address Sender, Address Recipient, OpgAmount Amount) : ContractEvent
{
    public override string Signature => "BridgeSent(uint256,address,address,uint256)";
}

public sealed record BridgeDelivered(UInt256 Sequence, Address Recipient, OpgAmount Amount) : ContractEvent
{
    public override string Signature => "BridgeDelivered(uint256,address,uint256)";
}
