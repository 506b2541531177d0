using Simulator.Chain.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Staking;

public sealed record Staked(Address Operator, OpgAmount Amount, OpgAmount Bonded) : ContractEvent
{
    public override string Signature => "Staked(address,uint256,uint256)";
}

public sealed record UnstakeRequested(Address Operator, OpgAmount Amount, ulong ReleaseAt) : ContractEvent
{
    public override string Signature => "UnstakeRequested(address,uint256,uint256)";
}

public sealed record Released(Address Operator, OpgAmount Amount) : ContractEvent
{
    public override string Signature => "Released(address,uint256)";
}

/// <summary>What an operator lost, and where it went: Amount = Burned + Rewarded.</summary>
public sealed record Slashed(
    Address Operator, Offence Offence, Hash32 Evidence, OpgAmount Amount, OpgAmount Burned, OpgAmount Rewarded)
    : ContractEvent
{
    public override string Signature => "Slashed(address,uint8,bytes32,uint256,uint256,uint256)";
}

public sealed record Jailed(Address Operator, ulong Until) : ContractEvent
{
    public override string Signature => "Jailed(address,uint256)";
}

public sealed record Unjailed(Address Operator) : ContractEvent
{
    public override string Signature => "Unjailed(address)";
}

public sealed record Rewarded(Address Operator, OpgAmount Amount) : ContractEvent
{
    public override string Signature => "Rewarded(address,uint256)";
}
