using Simulator.Actors.PaymentChains;
using Simulator.Actors.Rpc;
using Simulator.Chain.Blocks;
using Simulator.Chain.Pipe;
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
    private readonly InferencePipe pipe;

    public FullNode(FullNodeSettings settings)
    {
        this.settings = settings;
        chain = settings.Chain;
        books = new Bookkeeper(ChainName, chain.Token, settings.Names);
        rpc = new ChainRpc(chain.Chain, mempool, settings.RecoveryTime);
        pipe = new InferencePipe(settings);
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
            case SenderRecovered message: OnSenderRecovered(message, context); break;
            case InferenceResultReply message: pipe.OnReply(message, context); break;
            case GetInferenceResult message: pipe.OnGetInferenceResult(envelope.From, message, context); break;
            case GetReceipt message: rpc.OnGetReceipt(envelope.From, message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        books.Announce(chain.Start(settings.Genesis), _ => [], context);
        ScheduleHeight(context);
    }

    private void OnHeightDue(IActorContext context)
    {
        ScheduleHeight(context);
        IReadOnlyList<PooledTransaction> taken = mempool.TakeAll();
        SortedDictionary<Hash32, PooledTransaction> byHash = new(taken.ToDictionary(transaction => transaction.Content.Hash));
        BlockSelection selection = pipe.TakeReady([.. taken.Select(transaction => transaction.Content)]);
        mempool.PutBack(selection.Held.Select(held => byHash[held.Hash]));
        BlockResult block = chain.Chain.Produce((ulong)settings.Clock.At(context.Now), selection.Ready);
        mempool.Settle(block);
        pipe.OnBlock(block, selection.Ready, announces: true, context);
        books.Announce(block, hash => byHash[hash].Raw, context);
    }

    private void OnSenderRecovered(SenderRecovered recovered, IActorContext context)
    {
        if (rpc.OnSenderRecovered(recovered, context) is { } admitted)
        {
            pipe.OnTransaction(admitted, isOwn: true, context);
        }
    }

    private void ScheduleHeight(IActorContext context)
    {
        if (context.Now + settings.BlockInterval <= settings.Until)
        {
            context.StartTimer(settings.BlockInterval, new HeightDue());
        }
    }
}
