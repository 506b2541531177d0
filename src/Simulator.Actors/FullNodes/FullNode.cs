using Simulator.Actors.PaymentChains;
using Simulator.Actors.Rpc;
using Simulator.Chain.Blocks;
using Simulator.Chain.Disputes;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.FullNodes;

/// <summary>A full node of the inference chain: takes part in consensus, executes every block itself, answers clients.</summary>
/// <remarks>
/// Sends: <see cref="ProposeBlock"/>, <see cref="CastVote"/>, <see cref="GossipTransaction"/>,
/// <see cref="GossipResult"/>, what lagging peers ask
/// for, and replies to <see cref="EthCall"/>, <see cref="SendRawTransaction"/>, <see cref="GetDecisions"/> and
/// <see cref="GetReceipt"/>. One that is no validator follows without voting.
/// </remarks>
public sealed class FullNode : IActor
{
    /// <summary>Name of this chain in observations.</summary>
    public const string ChainName = "inference";

    private readonly FullNodeSettings settings;
    private readonly ExecutedChain chain;
    private readonly Participant participant;
    private readonly Mempool mempool = new();
    private readonly ChainRpc rpc;
    private readonly InferencePipe pipe;
    private readonly DecisionLogs decisions = new();

    public FullNode(FullNodeSettings settings)
    {
        this.settings = settings;
        pipe = new InferencePipe(settings);
        chain = new ExecutedChain(settings, mempool, pipe, decisions);
        participant = new Participant(settings, chain);
        rpc = new ChainRpc(settings.Chain.Chain, mempool, settings.RecoveryTime);
    }

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case CastVote message: participant.OnCastVote(message, context); break;
            case ProposeBlock message: participant.OnProposeBlock(message, context); break;
            case TimeoutDue message: participant.OnTimeoutDue(message, context); break;
            case ChecksDone: participant.OnChecksDone(context); break;
            case GossipDue: participant.OnGossipDue(context); break;
            case AskMissing message: participant.OnAskMissing(envelope.From, message, context); break;
            case GetBlocks message: participant.OnGetBlocks(envelope.From, message, context); break;
            case CommittedBlocks message: participant.OnCommittedBlocks(envelope.From, message, context); break;
            case GossipTransaction message: OnGossipTransaction(message, context); break;
            case EthCall message: rpc.OnEthCall(envelope.From, message, context); break;
            case SendRawTransaction message: rpc.OnSendRawTransaction(envelope.From, message, context); break;
            case SenderRecovered message: OnSenderRecovered(message, context); break;
            case GetReceipt message: rpc.OnGetReceipt(envelope.From, message, context); break;
            case GetDecisions message:
                decisions.OnGetDecisions(envelope.From, message, chain.Height, context);
                break;
            case GetInferenceResult message: pipe.OnGetInferenceResult(envelope.From, message, context); break;
            case InferenceResultReply message: OnInferenceResultReply(message, context); break;
            case GossipResult message: pipe.OnGossip(message); break;
            case GetTransactionCount message: rpc.OnGetTransactionCount(envelope.From, message, context); break;
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        if (settings.Validators.Contains(settings.Self))
        {
            context.Observe(new ValidatorDeclared(
                ChainName,
                settings.Signatures.ChainId,
                settings.Self,
                context.Name,
                settings.Validators[settings.Self].PublicKey,
                settings.Validators[settings.Self].Power,
                settings.SignsVotes));
        }

        if (settings is { AnnouncesBlocks: true, Verification: { } rules })
        {
            context.Observe(new VerificationDeclared(rules.Exact, rules.Tester));
            context.Observe(new PartyDeclared(
                AnswerVerification.DefaultAddress, "verification/bonds", "verification", PartyRole.Treasury));
            context.Observe(new PartyDeclared(
                AnswerVerification.RewardAccount, "verification/rewards", "verification", PartyRole.Treasury));
        }

        chain.Start(context);
        participant.Begin(context);
    }

    private void OnRestarted(IActorContext context)
    {
        if (!chain.IsStarted)
        {
            chain.Start(context);
        }

        participant.Begin(context);
    }

    private void OnSenderRecovered(SenderRecovered recovered, IActorContext context)
    {
        if (recovered.Broadcaster.IsWorld)
        {
            if (rpc.Admit(recovered, out ChainTransaction? passedOn) is null)
            {
                pipe.OnTransaction(passedOn!, isOwn: false, context);
            }

            return;
        }

        if (recovered.Valid)
        {
            context.Observe(new TransactionReceived(ChainName, Keccak256.Hash(recovered.Raw)));
        }

        string? refusal = rpc.Admit(recovered, out ChainTransaction? transaction);
        context.Tell(recovered.Broadcaster, new SendRawTransactionReply(recovered.Call, refusal));
        if (refusal is null)
        {
            PassOn(new GossipTransaction(recovered.Raw), context);
            pipe.OnTransaction(transaction!, isOwn: true, context);
        }
    }

    private void OnInferenceResultReply(InferenceResultReply reply, IActorContext context)
    {
        if (pipe.OnReply(reply, context) is { } result)
        {
            PassOn(new GossipResult(result.Encode()), context);
        }
    }

    private void PassOn(Message message, IActorContext context)
    {
        for (int node = 0; node < settings.Nodes.Count; node++)
        {
            if (node != settings.Self)
            {
                context.Tell(settings.Nodes[node], message);
            }
        }
    }

    // Nobody waits for an answer: the world stands where a caller would.
    private void OnGossipTransaction(GossipTransaction message, IActorContext context) =>
        rpc.Recover(0, ActorRef.World, message.Raw, context);
}
