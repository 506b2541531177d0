using Simulator.Actors.Facilitators.Evidence.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Actors.Storage.Http;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>The evidence side of a facilitator: <c>/settle_data</c>, and a worker for each way onto the chain.</summary>
/// <remarks>
/// It stands on the facilitator's host. Each worker has an account of its own with the relay role. Sends:
/// <see cref="SettleDataReply"/>, <see cref="PutBlob"/>, and calls to a full node of the inference chain.
/// </remarks>
public sealed class EvidenceDesk : IActor
{
    /// <summary>What a gateway reads that asked for private settlement.</summary>
    public const string PrivateNote = "Private settlement ignored by facilitator.";

    private const string TypeMissing = "Missing x-settlement-type header";

    private readonly EvidenceDeskSettings settings;
    private readonly CallNumbers numbers = new();
    private readonly RelayAccount individualAccount;
    private readonly BatchWorker batch;
    private readonly IndividualWorker individual;
    private readonly IndividualDesk desk;
    private ulong jobs;

    public EvidenceDesk(EvidenceDeskSettings settings)
    {
        this.settings = settings;
        batch = new BatchWorker(settings, numbers);
        individualAccount = new RelayAccount(settings, settings.IndividualKey);
        individual = new IndividualWorker(settings, individualAccount, numbers);
        desk = new IndividualDesk(settings, individualAccount, numbers, individual.Add);
    }

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted message: OnRestarted(message, context); break;
            case PostSettleData message: OnPostSettleData(envelope.From, message, context); break;
            case FlushDue: batch.OnFlushDue(context); break;
            case TreeBuilt message: batch.OnTreeBuilt(message, context); break;
            case UploadRetryDue message: individual.OnUploadRetryDue(message, context); break;
            case PutBlobReply message: OnPutBlobReply(message, context); break;
            case GetTransactionCountReply message: OnTransactionCount(message, context); break;
            case EvidenceSigned message: OnSigned(message, context); break;
            case SendRawTransactionReply message: OnBroadcast(message, context); break;
            case EvidenceReceiptDue message: OnReceiptDue(message, context); break;
            case GetReceiptReply message: OnReceipt(message, context); break;
            case EvidenceCallTimedOut message: OnCallTimedOut(message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        Declare(batch.Address, "batch", context);
        Declare(individualAccount.Address, "individual", context);
    }

    private void Declare(Address account, string worker, IActorContext context) => context.Observe(
        new PartyDeclared(account, $"{settings.Facilitator}/{worker}", settings.Group, PartyRole.Facilitator));

    private void OnRestarted(Restarted restarted, IActorContext context)
    {
        desk.OnRestarted();
        batch.OnRestarted(context);
        individual.OnRestarted(restarted.State, context);
    }

    private void OnPostSettleData(ActorRef client, PostSettleData post, IActorContext context)
    {
        RequestId request = new(post.User, post.RequestNumber);
        if (post.Type is null)
        {
            Refuse(client, post.Call, request, 400, TypeMissing, context);
        }
        else if (!SettlementTypes.TryParse(post.Type, out SettlementType type, out SettlementDataRefusal? unknown))
        {
            Refuse(client, post.Call, request, (ushort)unknown!.HttpStatus, unknown.Message, context);
        }
        else if (type == SettlementType.Private)
        {
            context.Observe(new EvidenceWithheld(request));
            context.Tell(client, new SettleDataReply(post.Call, 202, null, PrivateNote));
        }
        else if (!SettlementData.TryParse(type, post.Data, out SettlementData? data, out SettlementDataRefusal? refusal))
        {
            Refuse(client, post.Call, request, (ushort)refusal.HttpStatus, refusal.Message, context);
        }
        else
        {
            string id = KeyedUuid.From(context.Random.Draw(Draws.EvidenceJob, ++jobs));
            EvidenceItem item = new($"settlement-{type.HeaderText()}-{id}", request, data);
            Queue(item, type, client, post.Call, context);
        }
    }

    private void Queue(EvidenceItem item, SettlementType type, ActorRef client, ulong call, IActorContext context)
    {
        if (type == SettlementType.Individual)
        {
            desk.Prepare(item, client, call, context);
            return;
        }

        context.Tell(client, new SettleDataReply(call, 202, item.Job, null));
        batch.Add(item, context);
    }

    private static void Refuse(
        ActorRef client, ulong call, RequestId request, ushort status, string error, IActorContext context)
    {
        context.Observe(new EvidenceRefused(request, status, error));
        context.Tell(client, new SettleDataReply(call, status, null, error));
    }

    // Numbers are unique on this desk, so an answer concerns one of the two workers at most.
    private void OnPutBlobReply(PutBlobReply reply, IActorContext context)
    {
        batch.OnPutBlobReply(reply, context);
        individual.OnPutBlobReply(reply, context);
    }

    private void OnTransactionCount(GetTransactionCountReply reply, IActorContext context)
    {
        batch.OnTransactionCount(reply, context);
        individual.OnTransactionCount(reply, context);
        desk.OnTransactionCount(reply, context);
    }

    private void OnSigned(EvidenceSigned signed, IActorContext context)
    {
        batch.OnSigned(signed, context);
        desk.OnSigned(signed, context);
    }

    private void OnBroadcast(SendRawTransactionReply reply, IActorContext context)
    {
        batch.OnBroadcast(reply, context);
        individual.OnBroadcast(reply, context);
    }

    private void OnReceiptDue(EvidenceReceiptDue due, IActorContext context)
    {
        batch.OnReceiptDue(due, context);
        individual.OnReceiptDue(due, context);
    }

    private void OnReceipt(GetReceiptReply reply, IActorContext context)
    {
        batch.OnReceipt(reply, context);
        individual.OnReceipt(reply, context);
    }

    private void OnCallTimedOut(EvidenceCallTimedOut due, IActorContext context)
    {
        batch.OnCallTimedOut(due, context);
        individual.OnCallTimedOut(due, context);
        desk.OnCallTimedOut(due, context);
    }
}
