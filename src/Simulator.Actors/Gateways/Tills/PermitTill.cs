using Simulator.Actors.Facilitators.Http;
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

namespace Simulator.Actors.Gateways.Tills;

/// <summary>Payment by Permit2 authorisations, <c>upto</c> or <c>exact</c>: verify, serve, charge the session, settle later.</summary>
/// <remarks>
/// Order of a paid request: session header, then a payment header that opened a session before, then a new payment.
/// Sends: <see cref="PaymentRequiredReply"/>, <see cref="PostVerify"/>; settlement is <see cref="SettlementDesk"/>.
/// </remarks>
internal sealed class PermitTill : ITill
{
    /// <summary>A verification that takes longer is given up; its client has long gone.</summary>
    private static readonly SimDuration VerificationTimeout = SimDuration.FromSeconds(60);

    private const string FacilitatorTimeout = "facilitator_timeout";

    private static readonly string[] Innocent =
    [
        PaymentError.Permit2InsufficientBalance.Name,
        PaymentError.Permit2AllowanceRequired.Name,
        PaymentError.Permit2DeadlineExpired.Name,
        PaymentError.UnexpectedVerifyError.Name,
    ];

    private readonly TillSite site;
    private readonly GatewaySettings settings;
    private readonly PaymentOffer offer;
    private readonly UptoSessions sessions;
    private readonly SettlementDesk settlements;
    private readonly FacilitatorPolicy policy;
    private readonly SortedDictionary<ulong, PendingVerification> verifying = [];
    private readonly SortedDictionary<string, UInt256> held = new(StringComparer.Ordinal);

    public PermitTill(TillSite site)
    {
        this.site = site;
        settings = site.Settings;
        offer = new PaymentOffer(settings);
        sessions = new UptoSessions(settings.Sessions);
        policy = new FacilitatorPolicy(settings);
        settlements = new SettlementDesk(sessions, settings.Clock, policy, site.Verified);
    }

    public void OnStarted(IActorContext context) => ScheduleReaper(context);

    // Sessions kept in memory can still be settled.
    public void OnRestarted(IActorContext context)
    {
        verifying.Clear();
        settlements.OnRestarted();
        ScheduleReaper(context);
    }

    public bool TryReceive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case VerifyReply message: OnVerifyReply(message, context); return true;
            case VerificationOverdue message: OnOverdue(message, context); return true;
            case ReaperDue: OnReaperDue(context); return true;
            case SettleReply message: settlements.OnSettleReply(message, context); return true;
            case SettlementPollDue message: settlements.OnPollDue(message, context); return true;
            case SettlementReply message: settlements.OnSettlementReply(message, context); return true;
            default: return false;
        }
    }

    public void Admit(HeldRequest request, PostInference post, IActorContext context)
    {
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

    public Charged Charge(HeldRequest request, Admission admission, OpgAmount price, IActorContext context)
    {
        UptoSession session = ((SessionAdmission)admission).Session;
        bool charged = UptoSessions.Complete(session, price, settings.Clock.At(context.Now));
        context.Observe(new SessionCharged(session.Id, request.Id, price, charged));
        if (charged)
        {
            site.Verified?.AddCondition(session.Id, request, context.Name);
        }

        return new Charged(charged ? price : OpgAmount.Zero, SessionOf(admission));
    }

    public string? SessionOf(Admission admission) =>
        settings.Sessions.SingleUse ? null : ((SessionAdmission)admission).Session.Id;

    public void Answered(Admission admission, IActorContext context)
    {
        if (settings.Sessions.SingleUse)
        {
            settlements.SettleDue(context);
        }
    }

    public void Abort(Admission admission, IActorContext context) =>
        UptoSessions.Abort(((SessionAdmission)admission).Session, settings.Clock.At(context.Now));

    private void Continue(HeldRequest request, UptoSession? session, IActorContext context)
    {
        if (session is null)
        {
            RefuseSession(request, SessionErrors.ExpiredOrExhausted, context);
        }
        else
        {
            Serve(request, session, context);
        }
    }

    // What is charged for later must fit under the maximum together.
    private void Serve(HeldRequest request, UptoSession session, IActorContext context)
    {
        if (VerifiedAnswers.Holds(request.Mode) && !VerifiedAnswers.Fits(session, settings.Price))
        {
            UptoSessions.Abort(session, settings.Clock.At(context.Now));
            RefuseSession(request, SessionErrors.ExpiredOrExhausted, context);
            return;
        }

        site.Serve(request, new SessionAdmission(session, settlements.FacilitatorOf(session)), context);
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

        Ask(request, header, payment, FacilitatorOf(payment, context), context);
    }

    private void Ask(
        HeldRequest request,
        string header,
        PaymentPayload payment,
        KnownFacilitator facilitator,
        IActorContext context)
    {
        PaymentRequirements requirements = offer.RequirementsFor(facilitator);
        ulong call = site.Calls.Next();
        verifying.Add(call, new PendingVerification(request, header, payment, requirements, facilitator, context.Now));
        context.Tell(
            facilitator.Actor,
            new PostVerify(call, JsonBody.Of(new FacilitatorRequest(payment, requirements).ToJson())));
        if (policy.FailsOver)
        {
            context.StartTimer(FacilitatorPolicy.Patience, new VerificationOverdue(call));
        }
    }

    // An upto authorisation names its facilitator, so that only a new one helps; exact may be taken to another.
    private void OnOverdue(VerificationOverdue due, IActorContext context)
    {
        if (!verifying.Remove(due.Call, out PendingVerification? pending))
        {
            return;
        }

        policy.OnSilent(pending.Facilitator, context.Now);
        NoticeSilence(pending, context);
        KnownFacilitator other = policy.Choose(site.Calls.Next(), context);
        if (settings.Mode == PaymentMode.Upto || other == pending.Facilitator)
        {
            Challenge(pending.Request, FacilitatorTimeout, context);
        }
        else
        {
            Ask(pending.Request, pending.Header, pending.Payment, other, context);
        }
    }

    private static void NoticeSilence(PendingVerification pending, IActorContext context)
    {
        if (pending.Payment.Payload is Permit2Payload { Authorization: { } signed })
        {
            string subject = AuthorisationSubjects.Of(signed.From, signed.Nonce, pending.Facilitator.Name);
            context.Observe(new FraudNoticed(subject, context.Name, FacilitatorTimeout));
        }
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
            Notice(pending.Payment, refusal, context);
            Challenge(pending.Request, refusal, context);
            return;
        }

        OpenSession(pending, context);
    }

    // An honest client may be poor or late; what follows only from a payment that is wrong in itself is fraud.
    private static void Notice(PaymentPayload payment, string refusal, IActorContext context)
    {
        if (payment.Payload is Permit2Payload { Authorization: { } signed } && !Innocent.Contains(refusal))
        {
            context.Observe(new FraudNoticed(AuthorisationSubjects.Of(signed.From, signed.Nonce), context.Name, refusal));
        }
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
        string id = KeyedUuid.From(context.Random.Draw(Draws.SessionId, site.Calls.Last, lives));
        UptoSession? session = sessions.Open(id, pending.Header, terms, settings.Clock.At(context.Now));
        if (session is null)
        {
            RefuseSession(pending.Request, SessionErrors.DeadlineTooSoon, context);
            return;
        }

        settlements.Assign(session, pending.Facilitator);
        context.Observe(new SessionOpened(
            id, context.Name, pending.Request.Id, terms.Authorization.From, terms.Authorization.Nonce, terms.Maximum));
        held[id] = terms.Authorization.Deadline;
        context.Observe(new CapitalHeld(id, terms.Maximum));
        Serve(pending.Request, session, context);
    }

    private void OnReaperDue(IActorContext context)
    {
        ScheduleReaper(context);
        settlements.SettleDue(context);
        Release(context);
        ulong[] givenUp =
            [.. verifying.Where(pair => context.Now - pair.Value.Since > VerificationTimeout).Select(pair => pair.Key)];
        foreach (ulong call in givenUp)
        {
            NoticeSilence(verifying[call], context);
            verifying.Remove(call);
        }
    }

    // Nothing can be collected under an authorisation after its deadline, whether it was used or not.
    private void Release(IActorContext context)
    {
        UInt256 now = (ulong)settings.Clock.At(context.Now);
        foreach (string session in held.Where(pair => pair.Value < now).Select(pair => pair.Key).ToList())
        {
            held.Remove(session);
            context.Observe(new CapitalHeld(session, OpgAmount.Zero));
        }
    }

    private void ScheduleReaper(IActorContext context) =>
        context.StartTimer(SimDuration.FromSeconds(settings.Sessions.ReaperPeriodSeconds), new ReaperDue());

    private void Challenge(HeldRequest request, string error, IActorContext context)
    {
        KnownFacilitator facilitator = policy.Choose(site.Calls.Next(), context);
        string header = offer.Header(facilitator, context.Name, error);
        context.Tell(request.Client, new PaymentRequiredReply(request.Attempt, header, "{}"));
    }

    private static void RefuseSession(HeldRequest request, string error, IActorContext context) =>
        context.Tell(request.Client, new PaymentRequiredReply(request.Attempt, null, error));

    // An upto authorisation can be settled only by the facilitator it names; the first one stands in for an unknown.
    private KnownFacilitator FacilitatorOf(PaymentPayload payment, IActorContext context) =>
        payment.Payload is Permit2Payload { Authorization.Witness.Facilitator: { } named }
            ? settings.Facilitators.FirstOrDefault(known => known.Address == named) ?? settings.Facilitators[0]
            : policy.FailsOver ? policy.Choose(site.Calls.Last, context)
            : settings.Facilitators[0];

    private sealed class SessionAdmission(UptoSession session, KnownFacilitator facilitator)
        : Admission(facilitator, session.Terms.Authorization.Spender)
    {
        public UptoSession Session => session;
    }
}
