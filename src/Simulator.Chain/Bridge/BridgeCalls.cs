using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Bridge;

/// <summary>Sends token to the other chain.</summary>
public sealed record BridgeSendCall(Address Target, Address Recipient, UInt256 Amount) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("send(address,uint256)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.BridgeSend;

    internal static BridgeSendCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Number());

    protected override void WriteArguments(AbiWriter writer) => writer.Address(Recipient).Number(Amount);
}

/// <summary>Hands over what the other chain sent, in its order; only relayers may.</summary>
public sealed record BridgeDeliverCall(
    Address Target,
    UInt256 Sequence,
    Address Recipient,
    UInt256 Amount) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("deliver(uint256,address,uint256)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.BridgeDeliver;

    internal static BridgeDeliverCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Number(), arguments.Address(), arguments.Number());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Number(Sequence).Address(Recipient).Number(Amount);
}
