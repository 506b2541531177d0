using Simulator.Actors.PaymentChains;
using Simulator.Actors.Rpc;
using Simulator.Chain.Blocks;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.FullNodes;

/// <summary>A full node of the inference chain: it executes every block itself and answers the calls of its clients.</summary>
/// <remarks>Sends: replies to <see cref="EthCall"/>, <see cref="SendRawTransaction"/> and <see cref="GetReceipt"/>.</remarks>
public sealed class FullNode : IActor
{
    /// <summary>Name of this chain in observations.</summary>
    public const string ChainName = "inference";

    private readonly FullNodeSettings settings;
    private readonly InferenceChain chain;
    private readonly Bookkeeper books;
    private readonly Mempool mempool = new();
    private readonly ChainRpc rpc;
    private readonly StakeAnnouncer stakes;

    public FullNode(FullNodeSettings settings)
    {
        this.settings = settings;
        chain = settings.Chain;
        books = new Bookkeeper(ChainName, chain.Token, settings.Names);
        rpc = new ChainRpc(chain.Chain, mempool, settings.RecoveryTime);
        stakes = new StakeAnnouncer(chain);
    }

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: ScheduleHeight(context); break;
            case HeightDue: OnHeightDue(context); break;
            case EthCall message: rpc.OnEthCall(envelope.From, message, context); break;
            case SendRawTransaction message: rpc.OnSendRawTransaction(envelope.From, message, context); break;
            case SenderRecovered message: rpc.OnSenderRecovered(message, context); break;
            case GetReceipt message: rpc.OnGetReceipt(envelope.From, message, context); break;
            case GetTransactionCount message: rpc.OnGetTransactionCount(envelope.From, message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        books.Announce(chain.Start(settings.Genesis), _ => [], context);
        stakes.Announce(context);
        ScheduleHeight(context);
    }

    private void OnHeightDue(IActorContext context)
    {
        ScheduleHeight(context);
        IReadOnlyList<PooledTransaction> taken = mempool.TakeAll();
        BlockResult block = chain.Chain.Produce(
            (ulong)settings.Clock.At(context.Now), [.. taken.Select(transaction => transaction.Content)]);
        mempool.Settle(block);
        SortedDictionary<Hash32, PooledTransaction> byHash = new(taken.ToDictionary(transaction => transaction.Content.Hash));
        books.Announce(block, hash => byHash[hash].Raw, context);
        stakes.Announce(context);
    }

    private void ScheduleHeight(IActorContext context)
    {
        if (context.Now + settings.BlockInterval <= settings.Until)
        {
            context.StartTimer(settings.BlockInterval, new HeightDue());
        }
    }
}
