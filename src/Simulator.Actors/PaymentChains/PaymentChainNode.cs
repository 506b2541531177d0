using Simulator.Actors.PaymentChains.Rpc;
using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.PaymentChains;

/// <summary>The payment chain as its users see it: an RPC endpoint, a mempool, and a block at every interval.</summary>
/// <remarks>
/// One sequencer, as on Base; consensus among validators belongs to the inference chain. Sends: replies to
/// <see cref="EthCall"/>, <see cref="ReadPayer"/>, <see cref="SendRawTransaction"/> and <see cref="GetReceipt"/>.
/// </remarks>
public sealed class PaymentChainNode : IActor
{
    private readonly PaymentChainSettings settings;
    private readonly PaymentChain chain;
    private readonly Bookkeeper books;
    private readonly Mempool mempool = new();

    public PaymentChainNode(PaymentChainSettings settings)
    {
        this.settings = settings;
        chain = settings.Chain;
        books = new Bookkeeper(chain.Token, settings.Names);
    }

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: ScheduleBlock(context); break;
            case BlockDue: OnBlockDue(context); break;
            case EthCall message: OnEthCall(envelope.From, message, context); break;
            case ReadPayer message: OnReadPayer(envelope.From, message, context); break;
            case SendRawTransaction message: OnSendRawTransaction(envelope.From, message, context); break;
            case SenderRecovered message: OnSenderRecovered(message, context); break;
            case GetReceipt message: OnGetReceipt(envelope.From, message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        foreach ((Address owner, UInt256 allowance) in settings.Allowances)
        {
            Revert? refused = chain.Token.Approve(owner, chain.Permit2.Address, allowance);
            Invariant.That(refused is null);
        }

        books.Announce(chain.Start(new ChainGenesis((ulong)settings.Clock.At(context.Now), settings.Genesis)), _ => [], context);
        ScheduleBlock(context);
    }

    private void OnBlockDue(IActorContext context)
    {
        ScheduleBlock(context);
        IReadOnlyList<PooledTransaction> taken = mempool.TakeAll();
        BlockResult block = chain.Chain.Produce(
            (ulong)settings.Clock.At(context.Now), [.. taken.Select(transaction => transaction.Content)]);
        mempool.Settle(block);
        SortedDictionary<Hash32, PooledTransaction> byHash = new(taken.ToDictionary(transaction => transaction.Content.Hash));
        foreach (TransactionReceipt receipt in block.Receipts.Where(receipt => receipt.Succeeded))
        {
            Announce(receipt, byHash[receipt.Transaction].Content, block, context);
        }

        books.Announce(block, hash => byHash[hash].Raw, context);
    }

    // What a settlement moved is read from the token's transfers, not from what the call asked for.
    private void Announce(TransactionReceipt receipt, ChainTransaction transaction, BlockResult block, IActorContext context)
    {
        if (SettledAuthorisation.Of(Decode(transaction.To, transaction.Data)) is not { } settled)
        {
            return;
        }

        foreach (TokenTransfer transfer in receipt.Transfers.Where(transfer => transfer.From == settled.Payer))
        {
            context.Observe(new AuthorisationUsed(
                Bookkeeper.ChainName,
                (long)block.Header.Height,
                receipt.Transaction,
                settled.Payer,
                settled.Nonce,
                transfer.To,
                transfer.Amount));
        }
    }

    private void OnEthCall(ActorRef caller, EthCall call, IActorContext context)
    {
        string? revert = chain.Chain.Simulate(call.Sender, call.Contract, call.Data)?.ToString();
        context.Tell(caller, new EthCallReply(call.Call, revert, []));
    }

    private void OnReadPayer(ActorRef caller, ReadPayer call, IActorContext context) => context.Tell(caller, new ReadPayerReply(
        call.Call,
        chain.Token.BalanceOf(call.Payer).BaseUnits,
        chain.Token.Allowance(call.Payer, chain.Permit2.Address),
        chain.Chain.Machine.Find(call.Proxy) is not null));

    private void OnSendRawTransaction(ActorRef caller, SendRawTransaction call, IActorContext context)
    {
        byte[] raw = call.Raw;
        ulong number = call.Call;
        context.StartJob(
            JobKey.Of("transaction-sender", raw),
            () => SignedTransaction.TryDecode(raw, out SignedTransaction? signed) && signed.TryRecoverSender(out Address sender)
                ? (Valid: true, Sender: sender)
                : (Valid: false, Sender: Address.Zero),
            settings.RecoveryTime,
            recovered => new SenderRecovered(number, caller, raw, recovered.Valid, recovered.Sender));
    }

    private void OnSenderRecovered(SenderRecovered recovered, IActorContext context)
    {
        string? refusal = Admit(recovered);
        context.Tell(recovered.Broadcaster, new SendRawTransactionReply(recovered.Call, refusal));
    }

    private string? Admit(SenderRecovered recovered)
    {
        if (!recovered.Valid || !ChainTransaction.TryDecode(recovered.Raw, recovered.Sender, out ChainTransaction? transaction))
        {
            return TransactionRefusal.UndecodableTransaction.Describe();
        }

        if (transaction.ChainId != chain.Chain.Machine.ChainId)
        {
            return TransactionRefusal.InvalidChainId.Describe();
        }

        return mempool.TryAdd(new PooledTransaction(transaction, recovered.Raw)) ? null : "already known";
    }

    private void OnGetReceipt(ActorRef caller, GetReceipt call, IActorContext context)
    {
        bool mined = mempool.TryFind(call.Transaction, out (ulong Height, string? Revert) receipt);
        context.Tell(caller, new GetReceiptReply(call.Call, mined, (long)receipt.Height, receipt.Revert));
    }

    private ContractCall? Decode(Address contract, byte[] data) => chain.Chain.Machine.Find(contract)?.Decode(data);

    private void ScheduleBlock(IActorContext context)
    {
        if (context.Now + settings.BlockInterval <= settings.Until)
        {
            context.StartTimer(settings.BlockInterval, new BlockDue());
        }
    }
}
