using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

public sealed record ChannelCreated(Hash32 ChannelId, ChannelConfig Config) : ContractEvent
{
    public override string Signature =>
        "ChannelCreated(bytes32,(address,address,address,address,address,uint40,bytes32))";
}

public sealed record ChannelClosed(Hash32 ChannelId, ChannelConfig Config) : ContractEvent
{
    public override string Signature =>
        "ChannelClosed(bytes32,(address,address,address,address,address,uint40,bytes32))";
}

public sealed record Deposited(Hash32 ChannelId, Address Sender, UInt128 Amount, UInt128 NewBalance) : ContractEvent
{
    public override string Signature => "Deposited(bytes32,address,uint128,uint128)";
}

public sealed record Claimed(Hash32 ChannelId, Address Sender, UInt128 Amount, UInt128 NewTotalClaimed) : ContractEvent
{
    public override string Signature => "Claimed(bytes32,address,uint128,uint128)";
}

public sealed record ChannelSettled(Address Receiver, Address Token, Address Sender, UInt128 Amount) : ContractEvent
{
    public override string Signature => "Settled(address,address,address,uint128)";
}

public sealed record Refunded(Hash32 ChannelId, Address Sender, UInt128 Amount) : ContractEvent
{
    public override string Signature => "Refunded(bytes32,address,uint128)";
}

public sealed record WithdrawInitiated(Hash32 ChannelId, UInt128 Amount, ulong FinalizeAfter) : ContractEvent
{
    public override string Signature => "WithdrawInitiated(bytes32,uint128,uint40)";
}

public sealed record WithdrawFinalized(Hash32 ChannelId, Address Sender, UInt128 Amount) : ContractEvent
{
    public override string Signature => "WithdrawFinalized(bytes32,address,uint128)";
}
