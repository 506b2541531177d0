using Simulator.Chain.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>Money into a channel.</summary>
public sealed partial class ChannelContract
{
    private static Revert? CheckTerms(DepositCall call)
    {
        ChannelConfig config = call.Config;
        if (config.Payer.IsZero || config.Receiver.IsZero || config.ReceiverAuthorizer.IsZero || config.Token.IsZero)
        {
            return new Revert(ChannelErrors.InvalidChannel);
        }

        if (config.WithdrawDelay is < MinWithdrawDelay or > MaxWithdrawDelay)
        {
            return new Revert(ChannelErrors.WithdrawDelayOutOfRange);
        }

        if (call.Amount == 0)
        {
            return new Revert(ChannelErrors.ZeroDeposit);
        }

        return call.Collector.IsZero ? new Revert(ChannelErrors.InvalidCollector) : null;
    }

    private Revert? Deposit(in CallContext context, DepositCall call)
    {
        if (CheckTerms(call) is { } refused)
        {
            return refused;
        }

        Hash32 id = TypedData.ChannelId(call.Config);
        ChannelState channel = channels[id];
        if (call.Amount > UInt128.MaxValue - channel.Balance)
        {
            return new Revert(ChannelErrors.DepositOverflow);
        }

        channel = channel with { Balance = channel.Balance + call.Amount };
        channels[id] = channel;
        if (Collect(context.For(TransferCause.ChannelDeposit), call, id) is { } failed)
        {
            return failed;
        }

        if (channel.Balance == call.Amount && channel.TotalClaimed == 0)
        {
            Emit(new ChannelCreated(id, call.Config));
        }

        Emit(new Deposited(id, context.Sender, call.Amount, channel.Balance));
        return null;
    }

    // Whatever the collector did, what counts is that exactly the amount arrived.
    private Revert? Collect(in CallContext context, DepositCall call, Hash32 id)
    {
        if (Machine.Find(call.Collector) is not DepositCollector collector || !Machine.HasCode(call.Config.Token))
        {
            return SolidityErrors.Bare();
        }

        OpgAmount before = Held(call.Config.Token);
        Revert? refused = collector.Collect(
            context.From(Address), call.Config.Payer, call.Config.Token, call.Amount, id, call.CollectorData);
        if (refused is not null)
        {
            return refused;
        }

        return Held(call.Config.Token) == before + new OpgAmount(call.Amount)
            ? null
            : new Revert(ChannelErrors.DepositCollectionFailed);
    }
}
