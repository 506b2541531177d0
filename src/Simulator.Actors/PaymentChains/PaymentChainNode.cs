using Simulator.Actors.Rpc;
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
    /// <summary>Name of this chain in observations.</summary>
    public const string ChainName = "payment";

    private readonly PaymentChainSettings settings;
    private readonly PaymentChain chain;
    private readonly Bookkeeper books;
    private readonly Mempool mempool = new();
    private readonly ChainRpc rpc;

    public PaymentChainNode(PaymentChainSettings settings)
    {
        this.settings = settings;
        chain = settings.Chain;
        books = new Bookkeeper(ChainName, chain.Token, settings.Names);
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
                ChainName,
                (long)block.Header.Height,
                receipt.Transaction,
                settled.Payer,
                settled.Nonce,
                transfer.To,
                transfer.Amount));
        }
    }

    private void OnReadPayer(ActorRef caller, ReadPayer call, IActorContext context) => context.Tell(caller, new ReadPayerReply(
        call.Call,
        chain.Token.BalanceOf(call.Payer).BaseUnits,
        chain.Token.Allowance(call.Payer, chain.Permit2.Address),
        chain.Chain.Machine.Find(call.Proxy) is not null));

    private ContractCall? Decode(Address contract, byte[] data) => chain.Chain.Machine.Find(contract)?.Decode(data);

    private void ScheduleBlock(IActorContext context)
    {
        if (context.Now + settings.BlockInterval <= settings.Until)
        {
            context.StartTimer(settings.BlockInterval, new BlockDue());
        }
    }
}
