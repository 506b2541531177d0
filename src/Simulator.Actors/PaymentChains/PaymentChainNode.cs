using Simulator.Actors.Rpc;
using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.PaymentChains;

/// <summary>The payment chain as its users see it: an RPC endpoint, a mempool, and a block at every interval.</summary>
/// <remarks>
/// One sequencer, as on Base; consensus among validators belongs to the inference chain. Sends: replies to
/// <see cref="EthCall"/>, <see cref="ReadPayer"/>, <see cref="SendRawTransaction"/>, <see cref="GetReceipt"/>,
/// <see cref="GetSettledAmount"/> and <see cref="GetBlockNumber"/>.
/// </remarks>
public sealed class PaymentChainNode : IActor
{
    /// <summary>Name of this chain in observations.</summary>
    public const string ChainName = "payment";

    private readonly PaymentChainSettings settings;
    private readonly PaymentChain chain;
    private readonly BlockProduction blocks;
    private readonly ChainRpc rpc;
    private readonly Mempool mempool = new();

    public PaymentChainNode(PaymentChainSettings settings)
    {
        this.settings = settings;
        chain = settings.Chain;
        blocks = new BlockProduction(settings, mempool);
        rpc = new ChainRpc(chain.Chain, mempool, settings.RecoveryTime);
    }

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: ScheduleBlock(context); break;
            case BlockDue: OnBlockDue(context); break;
            case EthCall message: rpc.OnEthCall(envelope.From, message, context); break;
            case ReadPayer message: OnReadPayer(envelope.From, message, context); break;
            case SendRawTransaction message: rpc.OnSendRawTransaction(envelope.From, message, context); break;
            case SenderRecovered message: rpc.OnSenderRecovered(message, context); break;
            case GetReceipt message: rpc.OnGetReceipt(envelope.From, message, context); break;
            case ReadChannel message: OnReadChannel(envelope.From, message, context); break;
            case GetSettledAmount message: OnGetSettledAmount(envelope.From, message, context); break;
            case GetTransfer message: OnGetTransfer(envelope.From, message, context); break;
            case GetTransactionCount message: rpc.OnGetTransactionCount(envelope.From, message, context); break;
            case GetBlockNumber message: rpc.OnGetBlockNumber(envelope.From, message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        blocks.Start(context);
        ScheduleBlock(context);
    }

    private void OnBlockDue(IActorContext context)
    {
        ScheduleBlock(context);
        blocks.Next(context);
    }

    private void OnReadPayer(ActorRef caller, ReadPayer call, IActorContext context) => context.Tell(caller, new ReadPayerReply(
        call.Call,
        chain.Token.BalanceOf(call.Payer).BaseUnits,
        chain.Token.Allowance(call.Payer, chain.Permit2.Address),
        chain.Chain.Machine.Find(call.Proxy) is not null));

    private void OnReadChannel(ActorRef caller, ReadChannel call, IActorContext context)
    {
        Simulator.Chain.Channels.ChannelState channel = chain.Channels.Channel(call.ChannelId);
        context.Tell(caller, new ReadChannelReply(
            call.Call,
            channel.Balance,
            channel.TotalClaimed,
            chain.Channels.Withdrawal(call.ChannelId).InitiatedAt,
            chain.Channels.RefundNonce(call.ChannelId),
            chain.Token.BalanceOf(call.Payer).BaseUnits,
            chain.Token.Allowance(call.Payer, chain.Permit2.Address)));
    }

    private void OnGetTransfer(ActorRef caller, GetTransfer call, IActorContext context)
    {
        long confirmations = mempool.TryFind(call.Transaction, out (ulong Height, string? Revert) receipt)
            ? (long)(chain.Chain.Head.Height - receipt.Height) + 1
            : 0;
        TokenTransfer? moved = confirmations > 0 ? mempool.TransferOf(call.Transaction) : null;
        context.Tell(caller, new GetTransferReply(
            call.Call,
            confirmations,
            moved?.From ?? Address.Zero,
            moved?.To ?? Address.Zero,
            moved?.Amount.BaseUnits ?? UInt256.Zero));
    }

    private void OnGetSettledAmount(ActorRef caller, GetSettledAmount call, IActorContext context) => context.Tell(
        caller,
        new GetSettledAmountReply(call.Nonce, blocks.Settled[new SettledAuthorisation(call.Payer, call.Nonce)]));

    private void ScheduleBlock(IActorContext context)
    {
        if (context.Now + settings.BlockInterval <= settings.Until)
        {
            context.StartTimer(settings.BlockInterval, new BlockDue());
        }
    }
}
