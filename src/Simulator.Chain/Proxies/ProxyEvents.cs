using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Proxies;

/// <summary>Says nothing of payer or amount: those are in the token's own event.</summary>
public sealed record Settled : ContractEvent
{
    public override string Signature => "Settled()";
}

public sealed record SettledWithPermit : ContractEvent
{
    public override string Signature => "SettledWithPermit()";
}

public sealed record Eip2612PermitFailedWithReason(Address Token, Address Owner, string Reason) : ContractEvent
{
    public override string Signature => "EIP2612PermitFailedWithReason(address,address,string)";
}

public sealed record Eip2612PermitFailedWithPanic(Address Token, Address Owner, UInt256 Code) : ContractEvent
{
    public override string Signature => "EIP2612PermitFailedWithPanic(address,address,uint256)";
}

public sealed record Eip2612PermitFailedWithData(Address Token, Address Owner, byte[] Data) : ContractEvent
{
    public override string Signature => "EIP2612PermitFailedWithData(address,address,bytes)";
}
