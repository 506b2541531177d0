using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users.Purses;

/// <summary>Pays every request by a transfer of its own, and shows its hash as soon as it is sent.</summary>
/// <remarks>Sends: transfers of OPG, for whose gas the user pays.</remarks>
internal sealed class TransferPurse(PurseSite site) : IPurse
{
    /// <summary>More than a transfer of an ERC-20 token takes.</summary>
    public const ulong GasLimit = 100_000;

    private readonly TransactionSender sender = new(site.Settings.Account!);
    private readonly SortedDictionary<ulong, (int Attempt, KnownNode Node, PaymentRequirements Accepted)> paying = [];

    public Address Address => sender.Address;

    public void OnStarted(IActorContext context)
    {
    }

    public void OnRestarted(IActorContext context)
    {
        paying.Clear();
        sender.OnRestarted(context);
    }

    public void Begin(OpenRequest request, IActorContext context) => site.Send(request, null, null, context);

    public void Ask(OpenRequest request, IActorContext context) => Begin(request, context);

    public string? Pay(OpenRequest request, PaymentRequired required, IActorContext context)
    {
        PaymentRequirements? option = required.Accepts.FirstOrDefault(option => option.Scheme == PaymentProof.TransferScheme);
        if (option is null || !Wallet.TryReadTerms(option, out PaymentTerms terms))
        {
            return Wallet.NoAcceptableOption;
        }

        request.Paid = true;
        context.Observe(new PaymentChallenged(new RequestId(context.Name, request.Attempt), terms.Maximum));
        ulong number = sender.Send(new TransferCall(terms.Asset, terms.PayTo, terms.Maximum.BaseUnits), GasLimit, context);
        paying.Add(number, (request.Attempt, request.Node!, option));
        return null;
    }

    public void Learn(OpenRequest request, string? session, IActorContext context)
    {
    }

    public void Resume(string session)
    {
    }

    // Every request is paid alone: nothing runs with a node.
    public void Forget()
    {
    }

    public bool TryReceive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case CallSigned message: OnSigned(message, context); return true;
            case SendRawTransactionReply: return true;
            case ConfirmationDue message: sender.OnConfirmationDue(message, context); return true;
            case GetReceiptReply message: sender.OnReceipt(message); return true;
            default: return false;
        }
    }

    // What was transferred to a node that has been given up meanwhile is lost, as it is where that node never answers.
    private void OnSigned(CallSigned signed, IActorContext context)
    {
        sender.OnSigned(signed, context);
        if (paying.Remove(signed.Case, out (int Attempt, KnownNode Node, PaymentRequirements Accepted) due)
            && site.Find(due.Attempt) is { Node: { } node } request
            && node.PayTo == due.Node.PayTo)
        {
            string transaction = signed.Transaction.ToString();
            site.Send(
                request, PaymentProof.Header(transaction, due.Node.PayTo, site.Settings.Key, due.Accepted), null, context);
        }
    }
}
