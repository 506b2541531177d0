using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>Puts money into a channel through a collector that pulls it from the payer.</summary>
public sealed record DepositCall(
    Address Target,
    ChannelConfig Config,
    UInt128 Amount,
    Address Collector,
    byte[] CollectorData) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "deposit((address,address,address,address,address,uint40,bytes32),uint128,address,bytes)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.ChannelDeposit;

    internal static DepositCall Read(Address target, ref AbiReader arguments) =>
        new(
            target,
            ChannelConfig.Read(ref arguments),
            arguments.Number(128).Low,
            arguments.Address(),
            arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer) =>
        Config.Write(writer).Number(Amount).Address(Collector).Bytes(CollectorData);
}

/// <summary>Pays out what has been claimed for a receiver; anybody may.</summary>
public sealed record SettleChannelsCall(Address Target, Address Receiver, Address Token) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("settle(address,address)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.ChannelSettle;

    internal static SettleChannelsCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Address());

    protected override void WriteArguments(AbiWriter writer) => writer.Address(Receiver).Address(Token);
}

/// <summary>The payer asks for unclaimed money back.</summary>
public sealed record InitiateWithdrawCall(Address Target, ChannelConfig Config, UInt128 Amount) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "initiateWithdraw((address,address,address,address,address,uint40,bytes32),uint128)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.ChannelWithdraw;

    internal static InitiateWithdrawCall Read(Address target, ref AbiReader arguments) =>
        new(target, ChannelConfig.Read(ref arguments), arguments.Number(128).Low);

    protected override void WriteArguments(AbiWriter writer) => Config.Write(writer).Number(Amount);
}

/// <summary>The payer takes it after the delay, as far as it is still unclaimed.</summary>
public sealed record FinalizeWithdrawCall(Address Target, ChannelConfig Config) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "finalizeWithdraw((address,address,address,address,address,uint40,bytes32))");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.ChannelWithdraw;

    internal static FinalizeWithdrawCall Read(Address target, ref AbiReader arguments) =>
        new(target, ChannelConfig.Read(ref arguments));

    protected override void WriteArguments(AbiWriter writer) => Config.Write(writer);
}

/// <summary>The receiver's side gives unclaimed money back at once.</summary>
public sealed record RefundCall(Address Target, ChannelConfig Config, UInt128 Amount) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "refund((address,address,address,address,address,uint40,bytes32),uint128)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.ChannelRefund;

    internal static RefundCall Read(Address target, ref AbiReader arguments) =>
        new(target, ChannelConfig.Read(ref arguments), arguments.Number(128).Low);

    protected override void WriteArguments(AbiWriter writer) => Config.Write(writer).Number(Amount);
}

/// <summary>A refund that the receiver's authorizer signed; anybody may hand it in.</summary>
public sealed record RefundWithSignatureCall(
    Address Target,
    ChannelConfig Config,
    UInt128 Amount,
    UInt256 Nonce,
    byte[] Signature) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "refundWithSignature((address,address,address,address,address,uint40,bytes32),uint128,uint256,bytes)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.ChannelRefund;

    internal static RefundWithSignatureCall Read(Address target, ref AbiReader arguments) =>
        new(
            target,
            ChannelConfig.Read(ref arguments),
            arguments.Number(128).Low,
            arguments.Number(),
            arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer) =>
        Config.Write(writer).Number(Amount).Number(Nonce).Bytes(Signature);
}
