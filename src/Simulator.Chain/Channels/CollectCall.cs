using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>What the channel contract asks of a collector; refused from anybody else.</summary>
public sealed record CollectCall(
    Address Target,
    Address Payer,
    Address Token,
    UInt256 Amount,
    Hash32 ChannelId,
    byte[] CollectorData) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("collect(address,address,uint256,bytes32,bytes)");

    internal static readonly CallCatalogue Catalogue = new CallCatalogue().With(Function, Read);

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.ChannelDeposit;

    internal static CollectCall Read(Address target, ref AbiReader arguments) =>
        new(
            target,
            arguments.Address(),
            arguments.Address(),
            arguments.Number(),
            arguments.Word(),
            arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Address(Payer).Address(Token).Number(Amount).Word(ChannelId).Bytes(CollectorData);
}
