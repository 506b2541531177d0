using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

public sealed record Transferred(Address From, Address To, UInt256 Value) : ContractEvent
{
    public override string Signature => "Transfer(address,address,uint256)";
}

public sealed record Approved(Address Owner, Address Spender, UInt256 Value) : ContractEvent
{
    public override string Signature => "Approval(address,address,uint256)";
}

public sealed record AuthorizationUsed(Address Authorizer, Hash32 Nonce) : ContractEvent
{
    public override string Signature => "AuthorizationUsed(address,bytes32)";
}

public sealed record AuthorizationCanceled(Address Authorizer, Hash32 Nonce) : ContractEvent
{
    public override string Signature => "AuthorizationCanceled(address,bytes32)";
}
