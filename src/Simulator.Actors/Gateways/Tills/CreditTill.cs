using System.Globalization;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>Serves known accounts on credit up to a limit, bills them every period, and cuts off who does not pay in time.</summary>
/// <remarks>
/// Sends: <see cref="PaymentRequiredReply"/>, <see cref="PostInvoice"/>, and what <see cref="TransferWatch"/> sends.
/// Modelled; the network has no such mode.
/// </remarks>
internal sealed class CreditTill(TillSite site) : ITill
{
    public const string Exhausted = "credit_exhausted";
    public const string AccountOverdue = "account_overdue";
    public const string NotByAccount = "account_signature_invalid";

    private readonly GatewaySettings settings = site.Settings;
    private readonly TransferWatch watch = new(site.Settings, site.Calls);
    private readonly PlainOffer offer = new(site.Settings, PaymentProof.CreditScheme);
    private readonly SortedDictionary<string, CreditAccount> accounts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<ulong, (HeldRequest Request, string Header, Address Account)> checking = [];
    private readonly SortedDictionary<ulong, OpenInvoice> invoices = [];
    private readonly SortedDictionary<ulong, (ulong Invoice, Hash32 Transaction)> invoiceOfWatch = [];
    private readonly RecentTransfers used = new();

    public void OnStarted(IActorContext context) => context.StartTimer(settings.InvoicePeriod, new BillingDue());

    public void OnRestarted(IActorContext context)
    {
        checking.Clear();
        watch.Clear();
        invoiceOfWatch.Clear();
        context.StartTimer(settings.InvoicePeriod, new BillingDue());
        foreach ((ulong number, OpenInvoice invoice) in invoices)
        {
            if (!invoice.IsOverdue)
            {
                context.StartTimer(settings.PaymentDue, new InvoiceOverdue(number));
            }
        }
    }

    public void Admit(HeldRequest request, PostInference post, IActorContext context)
    {
        if (post.PaymentSignature is not { } header
            || PaymentProof.Read(header, PaymentProof.CreditScheme) is not { } proof
            || !Address.TryParse(proof.Subject, out Address address))
        {
            offer.Challenge(request, PaymentOffer.PaymentRequiredError, context);
            return;
        }

        if (accounts.TryGetValue(header, out CreditAccount? known))
        {
            Admit(request, known, context);
            return;
        }

        ulong call = site.Calls.Next();
        Address payTo = settings.PayTo;
        checking.Add(call, (request, header, address));
        context.StartJob(
            null,
            () => PaymentProof.IsBy(address, proof.Subject, payTo, proof.Signature),
            settings.CheckingTime,
            valid => new ProofChecked(call, valid));
    }

    public Charged Charge(HeldRequest request, Admission admission, OpgAmount price, IActorContext context)
    {
        CreditAccount account = ((CreditAdmission)admission).Account;
        account.Reserved -= settings.Price;
        account.Unbilled += price;
        account.Answers++;
        account.ChargedAt = context.Now;
        context.Observe(new SessionCharged(ArrangementOf(account), request.Id, price, true));
        Hold(account, context);
        return new Charged(price, null);
    }

    public string? SessionOf(Admission admission) => null;

    public void Answered(Admission admission, IActorContext context)
    {
    }

    public void Abort(Admission admission, IActorContext context) =>
        ((CreditAdmission)admission).Account.Reserved -= settings.Price;

    public bool TryReceive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case ProofChecked check: OnProofChecked(check, context); return true;
            case BillingDue: OnBillingDue(context); return true;
            case InvoiceOverdue due: OnOverdue(due, context); return true;
            case PostRemittance remittance: OnRemittance(remittance, context); return true;
            case GetTransferReply reply: OnTransfer(reply, context); return true;
            case TransferPollDue due: OnPollDue(due, context); return true;
            default: return false;
        }
    }

    private void OnProofChecked(ProofChecked check, IActorContext context)
    {
        if (!checking.Remove(check.Call, out (HeldRequest Request, string Header, Address Account) held))
        {
            return;
        }

        if (!check.Valid)
        {
            offer.Challenge(held.Request, NotByAccount, context);
            return;
        }

        if (!accounts.TryGetValue(held.Header, out CreditAccount? account))
        {
            accounts[held.Header] = account = new CreditAccount(held.Account, held.Request.Client);
        }

        Admit(held.Request, account, context);
    }

    private void Admit(HeldRequest request, CreditAccount account, IActorContext context)
    {
        string? refusal = account.Overdue > 0 ? AccountOverdue
            : account.Owed + settings.Price > settings.CreditLimit ? Exhausted
            : null;
        if (refusal is not null)
        {
            offer.Challenge(request, refusal, context);
            return;
        }

        account.Reserved += settings.Price;
        site.Serve(request, new CreditAdmission(account, settings), context);
    }

    private void OnBillingDue(IActorContext context)
    {
        context.StartTimer(settings.InvoicePeriod, new BillingDue());
        foreach (CreditAccount account in accounts.Values.Where(account => !account.Unbilled.IsZero))
        {
            ulong number = site.Calls.Next();
            invoices.Add(number, new OpenInvoice(account, account.Unbilled, account.Answers, account.ChargedAt));
            context.Tell(account.Client, new PostInvoice(number, settings.PayTo, account.Unbilled.BaseUnits));
            context.StartTimer(settings.PaymentDue, new InvoiceOverdue(number));
            account.Invoiced += account.Unbilled;
            (account.Unbilled, account.Answers) = (OpgAmount.Zero, 0);
        }
    }

    private void OnOverdue(InvoiceOverdue due, IActorContext context)
    {
        if (!invoices.TryGetValue(due.Invoice, out OpenInvoice? invoice) || invoice.IsOverdue)
        {
            return;
        }

        invoice.IsOverdue = true;
        invoice.Account.Overdue++;
        invoice.Account.Invoiced -= invoice.Amount;
        string subject = SubjectOf(context.Name, due.Invoice);
        context.Observe(new FraudNoticed(subject, context.Name, AccountOverdue));
        context.Observe(new FraudLoss(subject, context.Name, invoice.Amount));
        context.Observe(new DebtWrittenOff(context.Name, invoice.Amount, invoice.Answers, AccountOverdue));
        Say(invoice, OpgAmount.Zero, null, AccountOverdue, context);
        Hold(invoice.Account, context);
    }

    private void OnRemittance(PostRemittance remittance, IActorContext context)
    {
        if (invoices.ContainsKey(remittance.Invoice) && used.TryAdd(remittance.Transaction, context.Now))
        {
            invoiceOfWatch.Add(
                watch.Watch(remittance.Transaction, context), (remittance.Invoice, remittance.Transaction));
        }
    }

    private void OnTransfer(GetTransferReply transfer, IActorContext context)
    {
        if (!watch.OnReply(transfer)
            || !invoiceOfWatch.Remove(transfer.Call, out (ulong Invoice, Hash32 Transaction) paid)
            || !invoices.TryGetValue(paid.Invoice, out OpenInvoice? invoice)
            || transfer.From != invoice.Account.Address
            || transfer.To != settings.PayTo
            || transfer.Amount < (UInt256)invoice.Amount.BaseUnits)
        {
            return;
        }

        invoices.Remove(paid.Invoice);
        Say(invoice, new OpgAmount(transfer.Amount.Low), paid.Transaction, null, context);
        if (invoice.IsOverdue)
        {
            invoice.Account.Overdue--;
            context.Observe(new DebtRecovered(context.Name, invoice.Amount, invoice.Answers));
        }
        else
        {
            invoice.Account.Invoiced -= invoice.Amount;
        }

        Hold(invoice.Account, context);
    }

    private void OnPollDue(TransferPollDue due, IActorContext context)
    {
        if (watch.OnPollDue(due, context))
        {
            invoiceOfWatch.Remove(due.Call);
        }
    }

    private void Say(
        OpenInvoice invoice, OpgAmount amount, Hash32? transaction, string? refusal, IActorContext context) =>
        context.Observe(new PaymentCollected(
            ArrangementOf(invoice.Account),
            context.Name,
            invoice.Account.Address,
            amount,
            invoice.Answers,
            invoice.ChargedAt,
            transaction,
            refusal));

    private void Hold(CreditAccount account, IActorContext context) =>
        context.Observe(new CapitalHeld(ArrangementOf(account), account.Unbilled + account.Invoiced));

    private string ArrangementOf(CreditAccount account) => $"credit {settings.PayTo} {account.Address}";

    /// <summary>How an invoice is named where it is not paid.</summary>
    public static string SubjectOf(string gateway, ulong invoice) =>
        string.Create(CultureInfo.InvariantCulture, $"invoice {invoice} of {gateway}");

    private sealed class CreditAdmission(CreditAccount account, GatewaySettings settings)
        : Admission(settings.Facilitators[0], settings.PayTo)
    {
        public CreditAccount Account => account;
    }
}
