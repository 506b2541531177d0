using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>Payment by a transfer on the chain before every request: the client shows its hash, the node looks it up.</summary>
/// <remarks>
/// A transfer counts once, from its own sender, to this node, for the price or more, with its confirmations. Sends:
/// <see cref="PaymentRequiredReply"/>, and what <see cref="TransferWatch"/> sends. Modelled; the network has no such mode.
/// </remarks>
internal sealed class TransferTill(TillSite site) : ITill
{
    public const string AlreadyUsed = "payment_already_used";
    public const string NotFound = "payment_not_found";
    public const string TooLittle = "payment_insufficient";
    public const string WrongSender = "payment_not_by_sender";

    private readonly GatewaySettings settings = site.Settings;
    private readonly TransferWatch watch = new(site.Settings, site.Calls);
    private readonly PlainOffer offer = new(site.Settings, PaymentProof.TransferScheme);
    private readonly SortedDictionary<ulong, (HeldRequest Request, Hash32 Transaction, string Signature)> waiting = [];
    private readonly SortedDictionary<ulong, (Address Payer, OpgAmount Amount)> found = [];
    private readonly RecentTransfers used = new();

    public void OnStarted(IActorContext context)
    {
    }

    public void OnRestarted(IActorContext context)
    {
        watch.Clear();
        waiting.Clear();
        found.Clear();
    }

    public void Admit(HeldRequest request, PostInference post, IActorContext context)
    {
        if (post.PaymentSignature is null
            || PaymentProof.Read(post.PaymentSignature, PaymentProof.TransferScheme) is not { } proof
            || !Hash32.TryParse(proof.Subject, out Hash32 transaction))
        {
            offer.Challenge(request, PaymentOffer.PaymentRequiredError, context);
            return;
        }

        if (!used.TryAdd(transaction, context.Now))
        {
            context.Observe(new FraudNoticed(request.Id.ToString(), context.Name, AlreadyUsed));
            offer.Challenge(request, AlreadyUsed, context);
            return;
        }

        waiting.Add(watch.Watch(transaction, context), (request, transaction, proof.Signature));
    }

    public Charged Charge(HeldRequest request, Admission admission, OpgAmount price, IActorContext context)
    {
        (Hash32 transaction, Address payer, OpgAmount moved) = ((TransferAdmission)admission).Transfer;
        context.Observe(new SessionCharged(transaction.ToString(), request.Id, price, true));
        context.Observe(new PaymentCollected(
            transaction.ToString(), context.Name, payer, moved, 1, context.Now, transaction, null));
        return new Charged(price, null);
    }

    public string? SessionOf(Admission admission) => null;

    public void Answered(Admission admission, IActorContext context)
    {
    }

    // The client may show its transfer again.
    public void Abort(Admission admission, IActorContext context) =>
        used.Remove(((TransferAdmission)admission).Transfer.Transaction);

    public bool TryReceive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case GetTransferReply reply: OnTransfer(reply, context); return true;
            case TransferPollDue due: OnPollDue(due, context); return true;
            case ProofChecked check: OnProofChecked(check, context); return true;
            default: return false;
        }
    }

    private void OnTransfer(GetTransferReply transfer, IActorContext context)
    {
        if (!watch.OnReply(transfer)
            || !waiting.TryGetValue(
                transfer.Call, out (HeldRequest Request, Hash32 Transaction, string Signature) held))
        {
            return;
        }

        if (transfer.To != settings.PayTo || transfer.Amount < (UInt256)settings.Price.BaseUnits)
        {
            Refuse(transfer.Call, TooLittle, context);
            return;
        }

        found[transfer.Call] = (transfer.From, new OpgAmount(transfer.Amount.Low));
        Address payTo = settings.PayTo;
        string subject = held.Transaction.ToString();
        context.StartJob(
            null,
            () => PaymentProof.IsBy(transfer.From, subject, payTo, held.Signature),
            settings.CheckingTime,
            valid => new ProofChecked(transfer.Call, valid));
    }

    private void OnPollDue(TransferPollDue due, IActorContext context)
    {
        if (watch.OnPollDue(due, context))
        {
            Refuse(due.Call, NotFound, context);
        }
    }

    private void OnProofChecked(ProofChecked check, IActorContext context)
    {
        if (!check.Valid)
        {
            Refuse(check.Call, WrongSender, context);
        }
        else if (waiting.Remove(check.Call, out (HeldRequest Request, Hash32 Transaction, string Signature) held))
        {
            found.Remove(check.Call, out (Address Payer, OpgAmount Amount) transfer);
            TransferAdmission admission = new((held.Transaction, transfer.Payer, transfer.Amount), settings);
            site.Serve(held.Request, admission, context);
        }
    }

    private void Refuse(ulong call, string error, IActorContext context)
    {
        found.Remove(call);
        if (waiting.Remove(call, out (HeldRequest Request, Hash32 Transaction, string Signature) held))
        {
            used.Remove(held.Transaction);
            context.Observe(new FraudNoticed(held.Request.Id.ToString(), context.Name, error));
            offer.Challenge(held.Request, error, context);
        }
    }

    private sealed class TransferAdmission(
        (Hash32 Transaction, Address Payer, OpgAmount Amount) transfer, GatewaySettings settings)
        : Admission(settings.Facilitators[0], settings.PayTo)
    {
        public (Hash32 Transaction, Address Payer, OpgAmount Amount) Transfer => transfer;
    }
}
