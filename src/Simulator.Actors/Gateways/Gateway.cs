using Simulator.Actors.Enclaves;
using Simulator.Actors.Enclaves.Frauds;
using Simulator.Actors.Facilitators.Evidence.Http;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Gateways.Frauds;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Network;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Protocol.X402.Sessions;
using Simulator.Records;

namespace Simulator.Actors.Gateways;

/// <summary>The x402 resource server of a node: 402, verify, serve, charge the session, settle later.</summary>
/// <remarks>
/// Clients of the registry come by connections pinned to the enclave's TLS certificate. Order of a paid request:
/// session header, then a payment header that opened a session before, then a new payment.
/// Sends: <see cref="PaymentRequiredReply"/>, <see cref="InferenceReply"/>, <see cref="ErrorReply"/>,
/// <see cref="PostVerify"/>, <see cref="ComputeInference"/>, <see cref="PostSettleData"/> whose answer nobody waits for;
/// settlement is <see cref="SettlementDesk"/>, on-chain requests are <see cref="PreExecutionDesk"/>.
/// </remarks>
public sealed partial class Gateway : IActor
{
    /// <summary>A verification that takes longer is given up; its client has long gone.</summary>
    private static readonly SimDuration VerificationTimeout = SimDuration.FromSeconds(60);

    private readonly GatewaySettings settings;
    private readonly ActorRef enclave;
    private readonly PaymentOffer offer;
    private readonly UptoSessions sessions;
    private readonly SettlementDesk settlements;
    private readonly PreExecutionDesk preExecutions;
    private readonly EvidenceReporter evidence;
    private readonly VerifiedAnswers? verified;
    private readonly ForgedAnswers forgeries;
    private readonly RequestFraud? fraud;
    private readonly SortedDictionary<ulong, PendingVerification> verifying = [];
    private readonly SortedDictionary<ulong, PendingInference> computing = [];
    private ulong calls;
    private Hash32? pin;

    public Gateway(GatewaySettings settings, ActorRef enclave)
    {
        this.settings = settings;
        this.enclave = enclave;
        offer = new PaymentOffer(settings);
        sessions = new UptoSessions(settings.Sessions);
        verified = settings.Verification is { } rules ? new VerifiedAnswers(rules) : null;
        settlements = new SettlementDesk(sessions, settings.Clock, verified);
        preExecutions = new PreExecutionDesk(enclave);
        evidence = new EvidenceReporter(settings.Clock);
        forgeries = new ForgedAnswers(settings.Group);
        fraud = settings.Fraud?.InGateway(settings.Group);
    }

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case PostInference message: OnPostInference(envelope.From, message, context); break;
            case PinnedInference message: OnPinnedInference(envelope.From, message, context); break;
            case VerifiedInference message: OnVerifiedInference(envelope.From, message, context); break;
            case AnswerResolved message: OnAnswerResolved(message, context); break;
            case AnswerProven message: OnAnswerProven(message, context); break;
            case EnclaveBooted message: pin = message.Pin; break;
            case VerifyReply message: OnVerifyReply(message, context); break;
            case AnswerForged message: forgeries.OnForged(message); break;
            case InferenceComputed message: OnInferenceComputed(message, context); break;
            case InferenceRefused message: OnInferenceRefused(message, context); break;
            case ReaperDue: OnReaperDue(context); break;
            case SettleReply message: settlements.OnSettleReply(message, context); break;
            case SettlementPollDue message: settlements.OnPollDue(message, context); break;
            case SettleDataReply: break;
            case SettlementReply message: settlements.OnSettlementReply(message, context); break;
            case RunInference message: preExecutions.OnRunInference(envelope.From, message, context); break;
            case PreExecutionComputed message: preExecutions.OnComputed(message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        context.Observe(new PartyDeclared(settings.PayTo, context.Name, settings.Group, PartyRole.Node));
        ScheduleReaper(context);
    }

    // What was in flight died with the host; sessions kept in memory can still be settled.
    private void OnRestarted(IActorContext context)
    {
        pin = null;
        verifying.Clear();
        foreach (PendingInference lost in computing.Values)
        {
            UptoSessions.Abort(lost.Session, settings.Clock.At(context.Now));
        }

        computing.Clear();
        AbandonHeld(context);
        settlements.OnRestarted();
        preExecutions.OnRestarted();
        ScheduleReaper(context);
    }

    // A connection that trusts another certificate than the enclave's own never comes about.
    private void OnPinnedInference(ActorRef client, PinnedInference message, IActorContext context)
    {
        if (pin == message.Pin)
        {
            OnPostInference(client, message.Request, context);
            return;
        }

        string reason = pin is null ? HandshakeFailed.ConnectionRefused : HandshakeFailed.CertificateMismatch;
        context.Tell(client, new HandshakeFailed(message.Request.Attempt, reason));
    }

    private void OnPostInference(
        ActorRef client, PostInference post, IActorContext context, VerificationMode mode = VerificationMode.Tee)
    {
        RequestId id = new(context.NameOf(client), post.Attempt);
        HeldRequest request = new(client, post.Attempt, id, post.Body, post.SettlementType) { Mode = mode };
        long now = settings.Clock.At(context.Now);
        if (post.Session is not null)
        {
            Continue(request, sessions.Resume(post.Session, PaymentOffer.Route, now), context);
        }
        else if (post.PaymentSignature is null)
        {
            Challenge(request, PaymentOffer.PaymentRequiredError, context);
        }
        else if (sessions.IsKnown(post.PaymentSignature))
        {
            Continue(request, sessions.ResumeByHeader(post.PaymentSignature, PaymentOffer.Route, now), context);
        }
        else
        {
            Verify(request, post.PaymentSignature, context);
        }
    }

    private void Continue(HeldRequest request, UptoSession? session, IActorContext context)
    {
        if (session is null)
        {
            RefuseSession(request, SessionErrors.ExpiredOrExhausted, context);
        }
        else
        {
            Compute(request, session, context);
        }
    }

    // An undecodable payment is treated like none at all, never as a bad request.
    private void Verify(HeldRequest request, string header, IActorContext context)
    {
        if (!PaymentPayload.FromHeader(header).TryGet(out PaymentPayload? payment))
        {
            Challenge(request, PaymentOffer.PaymentRequiredError, context);
            return;
        }

        if (!offer.Matches(payment))
        {
            Challenge(request, PaymentOffer.NoMatchError, context);
            return;
        }

        KnownFacilitator facilitator = FacilitatorOf(payment);
        PaymentRequirements requirements = offer.RequirementsFor(facilitator);
        ulong call = ++calls;
        verifying.Add(call, new PendingVerification(request, header, payment, requirements, facilitator, context.Now));
        context.Tell(facilitator.Actor, new PostVerify(call, JsonBody.Of(new FacilitatorRequest(payment, requirements).ToJson())));
    }

    private void OnVerifyReply(VerifyReply reply, IActorContext context)
    {
        if (!verifying.Remove(reply.Call, out PendingVerification? pending))
        {
            return;
        }

        bool read = VerifyResponse.FromJson(reply.Body).TryGet(out VerifyResponse? response);
        string? refusal = !read ? PaymentError.UnexpectedVerifyError.Name
            : response!.IsValid ? null
            : response.InvalidReason ?? PaymentError.UnexpectedVerifyError.Name;
        context.Observe(new PaymentVerified(pending.Request.Id, pending.Facilitator.Name, refusal, pending.Header));
        if (refusal is not null)
        {
            Challenge(pending.Request, refusal, context);
            return;
        }

        OpenSession(pending, context);
    }

    private void OpenSession(PendingVerification pending, IActorContext context)
    {
        Permit2Payload payload = (Permit2Payload)pending.Payment.Payload;
        SessionTerms terms = new(
            pending.Payment,
            pending.Requirements,
            payload.Authorization,
            settings.Maximum,
            PaymentOffer.Route);
        ulong lives = (ulong)settings.Restarts.Count(restart => restart <= context.Now);
        string id = KeyedUuid.From(context.Random.Draw(Draws.SessionId, calls, lives));
        UptoSession? session = sessions.Open(id, pending.Header, terms, settings.Clock.At(context.Now));
        if (session is null)
        {
            RefuseSession(pending.Request, SessionErrors.DeadlineTooSoon, context);
            return;
        }

        settlements.Assign(session, pending.Facilitator);
        context.Observe(new SessionOpened(
            id, context.Name, pending.Request.Id, terms.Authorization.From, terms.Authorization.Nonce, terms.Maximum));
        Compute(pending.Request, session, context);
    }

    private void Compute(HeldRequest request, UptoSession session, IActorContext context)
    {
        if (fraud?.Handles(request, () => ChargeUnserved(request, session, context), context) == true)
        {
            return;
        }

        if (verified is not null && VerifiedAnswers.Holds(request.Mode) && !VerifiedAnswers.Fits(session, settings.Price))
        {
            UptoSessions.Abort(session, settings.Clock.At(context.Now));
            RefuseSession(request, SessionErrors.ExpiredOrExhausted, context);
            return;
        }

        ulong ticket = ++calls;
        computing.Add(ticket, new PendingInference(request, session));
        context.Tell(enclave, new ComputeInference(ticket, request.Body));
    }

    private void OnInferenceComputed(InferenceComputed answer, IActorContext context)
    {
        if (!computing.Remove(answer.Ticket, out PendingInference? pending))
        {
            return;
        }

        HeldRequest request = pending.Request;
        context.Observe(new InferenceCompleted(
            request.Id, context.Name, answer.Model, answer.ModelBlob, answer.InputHash, answer.OutputHash, answer.Queued, answer.Computed));
        if (verified is not null && VerifiedAnswers.Holds(request.Mode))
        {
            OnUnverified(pending, answer, context);
            return;
        }

        forgeries.OnDelivered(answer.Ticket, request, Charge(request, pending.Session, context), context);
        string? session = settings.Sessions.SingleUse ? null : pending.Session.Id;
        context.Tell(request.Client, new InferenceReply(request.Attempt, answer.Body, session, settings.Price));
        evidence.Report(request, pending.Session, settlements.FacilitatorOf(pending.Session), answer, context);
        if (settings.Sessions.SingleUse)
        {
            settlements.SettleDue(context);
        }
    }

    // Charges the price, or nothing where the session's maximum does not allow it.
    private OpgAmount Charge(HeldRequest request, UptoSession session, IActorContext context)
    {
        bool charged = UptoSessions.Complete(session, settings.Price, settings.Clock.At(context.Now));
        context.Observe(new SessionCharged(session.Id, request.Id, settings.Price, charged));
        return charged ? settings.Price : OpgAmount.Zero;
    }

    private void OnInferenceRefused(InferenceRefused refusal, IActorContext context)
    {
        if (computing.Remove(refusal.Ticket, out PendingInference? pending))
        {
            UptoSessions.Abort(pending.Session, settings.Clock.At(context.Now));
            context.Tell(pending.Request.Client, new ErrorReply(pending.Request.Attempt, refusal.Status, refusal.Error));
        }
    }

    private void OnReaperDue(IActorContext context)
    {
        ScheduleReaper(context);
        settlements.SettleDue(context);
        ulong[] givenUp =
            [.. verifying.Where(pair => context.Now - pair.Value.Since > VerificationTimeout).Select(pair => pair.Key)];
        foreach (ulong call in givenUp)
        {
            verifying.Remove(call);
        }
    }

    private void ScheduleReaper(IActorContext context) =>
        context.StartTimer(SimDuration.FromSeconds(settings.Sessions.ReaperPeriodSeconds), new ReaperDue());

    private void Challenge(HeldRequest request, string error, IActorContext context)
    {
        Draw draw = context.Random.Draw(Draws.OfferedFacilitator, ++calls);
        KnownFacilitator facilitator = settings.Facilitators[(int)draw.Below(settings.Facilitators.Count)];
        string header = offer.Header(facilitator, context.Name, error);
        context.Tell(request.Client, new PaymentRequiredReply(request.Attempt, header, "{}"));
    }

    private static void RefuseSession(HeldRequest request, string error, IActorContext context) =>
        context.Tell(request.Client, new PaymentRequiredReply(request.Attempt, null, error));

    // An upto authorisation can be settled only by the facilitator it names; the first one stands in for an unknown.
    private KnownFacilitator FacilitatorOf(PaymentPayload payment) =>
        payment.Payload is Permit2Payload { Authorization.Witness.Facilitator: { } named }
            ? settings.Facilitators.FirstOrDefault(known => known.Address == named) ?? settings.Facilitators[0]
            : settings.Facilitators[0];
}
