using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>Pulls a deposit from the payer. Only the channel contract may ask it to.</summary>
public abstract class DepositCollector : Contract
{
    private protected DepositCollector(ContractMachine machine, Address address)
        : base(machine, address)
    {
    }

    public override Revert? Execute(in CallContext context, ContractCall call) =>
        call is CollectCall c
            ? Collect(context, c.Payer, c.Token, c.Amount, c.ChannelId, c.CollectorData)
            : SolidityErrors.Bare();

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) =>
        CollectCall.Catalogue.Decode(Address, callData);

    internal Revert? Collect(
        in CallContext context, Address payer, Address token, UInt256 amount, Hash32 channelId, byte[] data) =>
        context.Sender == Deployments.BatchSettlement
            ? Pull(context, payer, token, amount, channelId, data)
            : new Revert(ChannelErrors.OnlyBatchSettlement);

    private protected abstract Revert? Pull(
        in CallContext context, Address payer, Address token, UInt256 amount, Hash32 channelId, byte[] data);
}
