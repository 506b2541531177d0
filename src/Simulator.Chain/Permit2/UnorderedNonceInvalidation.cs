using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Permit2;

public sealed record UnorderedNonceInvalidation(Address Owner, UInt256 Word, UInt256 Mask) : ContractEvent
{
    public override string Signature => "UnorderedNonceInvalidation(address,uint256,uint256)";
}
