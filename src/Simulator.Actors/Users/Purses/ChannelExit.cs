using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Chain.Channels;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Users.Purses;

/// <summary>How a payer gets its money out of channels whose node does not help: by the contract, after its delay.</summary>
/// <remarks>
/// It asks for all that is unclaimed. Until the delay is over the node may still claim what it has vouchers for; who has lost
/// them has lost the money. Source: protocol facts §3.2. Sends: <see cref="ReadChannel"/>, and transactions.
/// </remarks>
internal sealed class ChannelExit(TransactionAccount account)
{
    private const ulong GasLimit = 300_000;

    /// <summary>A block must have the end of the delay behind it.</summary>
    private static readonly SimDuration Margin = SimDuration.FromSeconds(10);

    private readonly TransactionSender sender = new(account);
    private readonly SortedDictionary<Hash32, Channel> leaving = [];
    private readonly SortedDictionary<ulong, Hash32> reads = [];
    private readonly SortedDictionary<ulong, (Hash32 Channel, bool IsLast)> sent = [];
    private ulong numbers;

    /// <summary>Reads what is in the channel, and asks for it, unless that is under way.</summary>
    public void Begin(Channel channel, IActorContext context)
    {
        if (leaving.TryAdd(channel.Id, channel))
        {
            reads.Add(++numbers, channel.Id);
            context.Tell(account.FullNode, new ReadChannel(numbers, channel.Id, sender.Address));
        }
    }

    /// <returns>False for a message that is none of an exit's.</returns>
    public bool TryReceive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case ReadChannelReply message: OnState(message, context); return true;
            case WithdrawalDue message: OnDue(message, context); return true;
            case CallSigned message: sender.OnSigned(message, context); return true;
            case SendRawTransactionReply: return true;
            case ConfirmationDue message: OnOutcome(sender.OnConfirmationDue(message, context), context); return true;
            case GetReceiptReply message: OnOutcome(sender.OnReceipt(message), context); return true;
            default: return false;
        }
    }

    // What was sent is sent again; what was only read or waited for begins anew.
    public void OnRestarted(IActorContext context)
    {
        reads.Clear();
        SortedSet<Hash32> underWay = [.. sent.Values.Select(call => call.Channel)];
        foreach (Hash32 channel in leaving.Keys.Where(channel => !underWay.Contains(channel)).ToList())
        {
            leaving.Remove(channel);
        }

        sender.OnRestarted(context);
    }

    private void OnState(ReadChannelReply state, IActorContext context)
    {
        if (!reads.Remove(state.Call, out Hash32 id) || !leaving.TryGetValue(id, out Channel? channel))
        {
            return;
        }

        UInt128 available = state.Balance.Low - UInt128.Min(state.Balance.Low, state.TotalClaimed.Low);
        if (available == 0)
        {
            End(channel, context);
        }
        else if (state.WithdrawRequestedAt > 0)
        {
            Await(channel, context);
        }
        else
        {
            InitiateWithdrawCall call = new(Deployments.BatchSettlement, ConfigOf(channel), available);
            Send(channel, call, isLast: false, context);
        }
    }

    private void OnDue(WithdrawalDue due, IActorContext context)
    {
        if (leaving.TryGetValue(due.Channel, out Channel? channel))
        {
            FinalizeWithdrawCall call = new(Deployments.BatchSettlement, ConfigOf(channel));
            Send(channel, call, isLast: true, context);
        }
    }

    private void OnOutcome(TransactionOutcome? outcome, IActorContext context)
    {
        if (outcome is not { } known
            || !sent.Remove(known.Number, out (Hash32 Channel, bool IsLast) call)
            || !leaving.TryGetValue(call.Channel, out Channel? channel))
        {
            return;
        }

        if (known is not { Confirmed: true, Revert: null })
        {
            leaving.Remove(call.Channel);
        }
        else if (call.IsLast)
        {
            End(channel, context);
        }
        else
        {
            Await(channel, context);
        }
    }

    private void Send(Channel channel, ContractCall call, bool isLast, IActorContext context) =>
        sent.Add(sender.Send(call, GasLimit, context), (channel.Id, isLast));

    private static ChannelConfig ConfigOf(Channel channel) => new(
        channel.Config.Payer,
        channel.Config.PayerAuthorizer,
        channel.Config.Receiver,
        channel.Config.ReceiverAuthorizer,
        channel.Config.Token,
        channel.Config.WithdrawDelaySeconds,
        channel.Config.Salt);

    private static void Await(Channel channel, IActorContext context) => context.StartTimer(
        SimDuration.FromSeconds((long)channel.Config.WithdrawDelaySeconds) + Margin, new WithdrawalDue(channel.Id));

    private void End(Channel channel, IActorContext context)
    {
        leaving.Remove(channel.Id);
        channel.IsRefunded = true;
        context.Observe(new CapitalHeld(channel.Id.ToString(), OpgAmount.Zero));
    }
}
