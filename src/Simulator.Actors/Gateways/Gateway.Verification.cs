using Simulator.Actors.Enclaves;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Gateways.Tills;
using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways;

/// <summary>Answers that are served at once or with their proof, and charged for when they stand.</summary>
public sealed partial class Gateway
{
    /// <summary>There is no proof of the answer, or nobody to make one (HTTP 500).</summary>
    public const string NoProof = "proof_unavailable";

    private const ushort Failed = 500;

    private void OnVerifiedInference(ActorRef client, VerifiedInference message, IActorContext context)
    {
        if (message.Pin is not null && message.Pin != pin)
        {
            OnPinnedInference(client, new PinnedInference(message.Pin.Value, message.Request), context);
            return;
        }

        OnPostInference(client, message.Request, context, message.Mode);
    }

    // A re-executed answer goes out now and is charged for later; a proven one goes out with its proof.
    private void OnUnverified(PendingInference pending, InferenceComputed answer, IActorContext context)
    {
        HeldRequest request = pending.Request;
        forgeries.OnServed(answer.Ticket, request, context);
        if (!verified!.Hold(pending, answer, context))
        {
            till.Abort(pending.Admission, context);
            context.Tell(request.Client, new ErrorReply(request.Attempt, Failed, NoProof));
            return;
        }

        if (request.Mode == VerificationMode.Reexecute)
        {
            context.Tell(request.Client, ReplyOf(pending, answer));
            evidence.Report(request, pending.Admission, answer, context);
            if (settings.Verification!.SettlesUnverified)
            {
                ChargeVerified(verified.Take(answer.Ticket)!, context);
            }
        }
    }

    // Where answers must be verified, a facilitator settles for none that was never given.
    private OpgAmount ChargeUnserved(HeldRequest request, Admission admission, IActorContext context)
    {
        if (verified is null || !VerifiedAnswers.Holds(request.Mode))
        {
            return till.Charge(request, admission, settings.Price, context).Amount;
        }

        till.Abort(admission, context);
        return OpgAmount.Zero;
    }

    private void OnAnswerResolved(AnswerResolved resolved, IActorContext context)
    {
        if (settings.TellsOutcomes)
        {
            context.Tell(enclave, resolved);
        }

        if (verified?.Take(resolved.Ticket) is not { } answer)
        {
            return;
        }

        if (resolved.Outcome == AnswerOutcome.Verified)
        {
            ChargeVerified(answer, context);
        }
        else
        {
            forgeries.Forget(resolved.Ticket);
            till.Abort(answer.Pending.Admission, context);
        }
    }

    private void OnAnswerProven(AnswerProven proven, IActorContext context)
    {
        if (verified?.Take(proven.Ticket) is not { } answer)
        {
            return;
        }

        PendingInference pending = answer.Pending;
        HeldRequest request = pending.Request;
        if (!proven.Holds)
        {
            forgeries.Forget(proven.Ticket);
            till.Abort(pending.Admission, context);
            context.Tell(request.Client, new ErrorReply(request.Attempt, Failed, NoProof));
            return;
        }

        ProvenReply reply = new(ReplyOf(pending, answer.Computed), settings.Verification!.ProofBytes, proven.Holds);
        context.Tell(request.Client, reply);
        evidence.Report(request, pending.Admission, answer.Computed, context);
        ChargeVerified(answer, context);
    }

    private void ChargeVerified(VerifiedAnswers.HeldAnswer answer, IActorContext context)
    {
        (HeldRequest request, Admission admission) = answer.Pending;
        Charged charged = till.Charge(request, admission, tariff.PriceOf(answer.Computed.Body), context);
        forgeries.OnDelivered(answer.Computed.Ticket, request, charged.Amount, context);
        till.Answered(admission, context);
    }

    private InferenceReply ReplyOf(PendingInference pending, InferenceComputed answer) => new(
        pending.Request.Attempt, answer.Body, till.SessionOf(pending.Admission), tariff.PriceOf(answer.Body));

    private void AbandonHeld(IActorContext context)
    {
        foreach (VerifiedAnswers.HeldAnswer answer in verified?.TakeAll() ?? [])
        {
            till.Abort(answer.Pending.Admission, context);
        }
    }
}
