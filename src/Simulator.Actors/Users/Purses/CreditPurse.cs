using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Gateways.Tills;
using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users.Frauds;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users.Purses;

/// <summary>Has requests put on an account, and pays the invoices by transfers, at once or late; a cheat leaves some of them.</summary>
/// <remarks>Sends: transfers of OPG, <see cref="PostRemittance"/>.</remarks>
internal sealed class CreditPurse(PurseSite site) : IPurse
{
    private readonly TransactionSender sender = new(site.Settings.Account!);
    private readonly SortedDictionary<Address, string> proofs = [];
    private readonly SortedDictionary<int, Address> signing = [];
    private readonly SortedDictionary<ulong, (ActorRef Gateway, ulong Invoice)> paying = [];
    private readonly SortedDictionary<ulong, (ActorRef Gateway, PostInvoice Invoice)> lying = [];
    private readonly Confession? confession = site.Settings.Fraud is null ? null : new Confession(site.Settings);
    private ulong received;

    public Address Address => sender.Address;

    public void OnStarted(IActorContext context)
    {
    }

    public void OnRestarted(IActorContext context)
    {
        signing.Clear();
        sender.OnRestarted(context);
        foreach (ulong number in lying.Keys)
        {
            Await(number, context);
        }
    }

    public void Begin(OpenRequest request, IActorContext context)
    {
        request.Paid = proofs.TryGetValue(request.Node!.PayTo, out string? proof);
        site.Send(request, proof, null, context);
    }

    public void Ask(OpenRequest request, IActorContext context) => Begin(request, context);

    public string? Pay(OpenRequest request, PaymentRequired required, IActorContext context)
    {
        PaymentRequirements? option = required.Accepts.FirstOrDefault(option => option.Scheme == PaymentProof.CreditScheme);
        if (option is null || !Wallet.TryReadTerms(option, out PaymentTerms terms))
        {
            return Wallet.NoAcceptableOption;
        }

        request.Paid = true;
        if (proofs.TryGetValue(terms.PayTo, out string? proof))
        {
            site.Send(request, proof, null, context);
            return null;
        }

        context.Observe(new PaymentChallenged(new RequestId(context.Name, request.Attempt), terms.Maximum));
        int attempt = request.Attempt;
        signing[attempt] = terms.PayTo;
        string account = Address.ToString();
        PrivateKey key = site.Settings.Key;
        context.StartJob(
            null,
            () => PaymentProof.Header(account, terms.PayTo, key, option),
            site.Settings.SigningTime,
            header => new PaymentSigned(attempt, header));
        return null;
    }

    public void Learn(OpenRequest request, string? session, IActorContext context)
    {
    }

    public void Resume(string session)
    {
    }

    // The account outlives the connection, since invoices still come; one proof per node is all that is kept.
    public void Forget()
    {
    }

    public bool TryReceive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case PaymentSigned message: OnProof(message, context); return true;
            case InvoicePayable message: OnPayable(message, context); return true;
            case PostInvoice message: OnInvoice(envelope.From, message, context); return true;
            case CallSigned message: sender.OnSigned(message, context); return true;
            case SendRawTransactionReply: return true;
            case ConfirmationDue message: OnOutcome(sender.OnConfirmationDue(message, context), context); return true;
            case GetReceiptReply message: OnOutcome(sender.OnReceipt(message), context); return true;
            default: return false;
        }
    }

    private void OnProof(PaymentSigned signed, IActorContext context)
    {
        if (!signing.Remove(signed.Attempt, out Address payTo))
        {
            return;
        }

        proofs[payTo] = signed.Header;
        if (site.Find(signed.Attempt) is { Node: { } node } request && node.PayTo == payTo)
        {
            site.Send(request, signed.Header, null, context);
        }
    }

    private void OnInvoice(ActorRef gateway, PostInvoice invoice, IActorContext context)
    {
        if (confession?.IsOccasion((int)invoice.Invoice, context) == true)
        {
            confession.Say(CreditTill.SubjectOf(context.NameOf(gateway), invoice.Invoice), context);
            return;
        }

        if (site.Settings.PaysAfter is null)
        {
            Pay(gateway, invoice, context);
            return;
        }

        lying.Add(++received, (gateway, invoice));
        Await(received, context);
    }

    private void Await(ulong number, IActorContext context) =>
        context.StartTimer(site.Settings.PaysAfter!.Of(context.Random, number), new InvoicePayable(number));

    private void OnPayable(InvoicePayable due, IActorContext context)
    {
        if (lying.Remove(due.Invoice, out (ActorRef Gateway, PostInvoice Invoice) waited))
        {
            Pay(waited.Gateway, waited.Invoice, context);
        }
    }

    private void Pay(ActorRef gateway, PostInvoice invoice, IActorContext context)
    {
        TransferCall transfer = new(Deployments.OpgToken, invoice.PayTo, invoice.Amount);
        paying.Add(sender.Send(transfer, TransferPurse.GasLimit, context), (gateway, invoice.Invoice));
    }

    private void OnOutcome(TransactionOutcome? outcome, IActorContext context)
    {
        if (outcome is { Confirmed: true, Revert: null } paid
            && paying.Remove(paid.Number, out (ActorRef Gateway, ulong Invoice) invoice))
        {
            context.Tell(invoice.Gateway, new PostRemittance(invoice.Invoice, paid.Transaction));
        }
    }
}
