using Simulator.Actors.Facilitators.Evidence.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>Queues individual settlements: reserves the nonce and signs the transaction while the caller waits.</summary>
/// <remarks>
/// A preparation that fails after its reservation leaves a nonce that nobody will use (protocol-facts §6.7).
/// </remarks>
internal sealed class IndividualDesk(
    EvidenceDeskSettings settings, RelayAccount account, CallNumbers numbers, Action<IndividualJob, IActorContext> queue)
{
    private readonly IndividualQueue nonces = new();
    private readonly SortedDictionary<ulong, Preparation> preparing = [];

    public void Prepare(EvidenceItem item, ActorRef client, ulong call, IActorContext context)
    {
        ulong step = numbers.Next();
        Preparation preparation = new(item, client, call);
        preparing.Add(step, preparation);
        preparation.Timeout = account.AskNonce(step, context);
    }

    public void OnTransactionCount(GetTransactionCountReply reply, IActorContext context)
    {
        if (!preparing.TryGetValue(reply.Call, out Preparation? preparation) || preparation.Nonce is not null)
        {
            return;
        }

        context.CancelTimer(preparation.Timeout);
        preparation.Nonce = nonces.Reserve((long)reply.Pending);
        if (!preparation.Item.Data.TryRow(out SettlementRow? row, out SettlementDataRefusal? refusal))
        {
            Refuse(reply.Call, preparation, (ushort)refusal.HttpStatus, refusal.Message, context);
            return;
        }

        preparation.Row = row;
        SettlementData data = preparation.Item.Data;
        BlobId blob = IndividualBlob.Id(data);
        SettleIndividualCall call = SettleIndividualCall.Of(settings.Relay, row, data.Individual!.EthAddress, blob);
        account.Sign(reply.Call, call, (ulong)preparation.Nonce.Value, context);
    }

    public void OnSigned(EvidenceSigned signed, IActorContext context)
    {
        if (preparing.Remove(signed.Step, out Preparation? preparation))
        {
            EvidenceItem item = preparation.Item;
            context.Tell(preparation.Client, new SettleDataReply(preparation.Call, 202, item.Job, null));
            queue(
                new IndividualJob(item, preparation.Row!, preparation.Nonce!.Value, signed.Raw, signed.Transaction),
                context);
        }
    }

    public void OnCallTimedOut(EvidenceCallTimedOut due, IActorContext context)
    {
        if (preparing.TryGetValue(due.Step, out Preparation? preparation))
        {
            Refuse(due.Step, preparation, 500, EvidenceFailures.RpcTimedOut, context);
        }
    }

    /// <summary>The stored nonce survives; what was being prepared does not.</summary>
    public void OnRestarted() => preparing.Clear();

    private void Refuse(ulong step, Preparation preparation, ushort status, string error, IActorContext context)
    {
        preparing.Remove(step);
        context.Observe(new EvidenceRefused(preparation.Item.Request, status, error));
        context.Tell(preparation.Client, new SettleDataReply(preparation.Call, status, null, error));
    }
}
