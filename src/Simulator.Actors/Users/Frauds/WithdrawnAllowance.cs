using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users.Purses;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users.Frauds;

/// <summary>Takes Permit2's allowance back after the first answer of a session, and approves again to open the next.</summary>
/// <remarks>Sends: approvals of Permit2.</remarks>
internal sealed class WithdrawnAllowance(PurseSite site) : PermitPurse(site)
{
    private const ulong GasLimit = 100_000;

    private readonly PurseSite site = site;
    private readonly Confession confession = new(site.Settings);
    private readonly TransactionSender sender = new(site.Settings.Account!);
    private readonly Queue<(int Attempt, PaymentRequired Required)> waiting = new();
    private Permit2Authorization? signed;
    private bool isWithdrawn;
    private ulong approval;

    public override void OnRestarted(IActorContext context) => sender.OnRestarted(context);

    public override string? Pay(OpenRequest request, PaymentRequired required, IActorContext context)
    {
        if (!isWithdrawn && approval == 0)
        {
            return base.Pay(request, required, context);
        }

        waiting.Enqueue((request.Attempt, required));
        if (isWithdrawn)
        {
            isWithdrawn = false;
            approval = sender.Send(new ApproveCall(Deployments.OpgToken, Deployments.Permit2, UInt256.MaxValue), GasLimit, context);
        }

        return null;
    }

    public override void Learn(OpenRequest request, string? session, IActorContext context)
    {
        base.Learn(request, session, context);
        if (signed is not { } authorization || isWithdrawn || !confession.IsOccasion(request.Attempt, context))
        {
            return;
        }

        (isWithdrawn, signed) = (true, null);
        confession.Say(AuthorisationSubjects.Of(authorization.From, authorization.Nonce), context);
        sender.Send(new ApproveCall(Deployments.OpgToken, Deployments.Permit2, UInt256.Zero), GasLimit, context);
    }

    public override bool TryReceive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case CallSigned message: sender.OnSigned(message, context); return true;
            case SendRawTransactionReply: return true;
            case ConfirmationDue message: OnOutcome(sender.OnConfirmationDue(message, context), context); return true;
            case GetReceiptReply message: OnOutcome(sender.OnReceipt(message), context); return true;
            default: return base.TryReceive(envelope, context);
        }
    }

    protected override void Signed(OpenRequest request, string header, IActorContext context)
    {
        signed = request.Intent!.Authorization;
        base.Signed(request, header, context);
    }

    private void OnOutcome(TransactionOutcome? outcome, IActorContext context)
    {
        if (outcome is not { } known || known.Number != approval)
        {
            return;
        }

        approval = 0;
        while (waiting.TryDequeue(out (int Attempt, PaymentRequired Required) next))
        {
            if (site.Find(next.Attempt) is { } request && base.Pay(request, next.Required, context) is { } declined)
            {
                site.Finish(next.Attempt, RequestFate.Refused, declined, context);
            }
        }
    }
}
