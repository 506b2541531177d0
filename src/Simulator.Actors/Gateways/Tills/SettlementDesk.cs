using System.Globalization;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Network;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;
using Simulator.Protocol.X402.Sessions;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>The half of a gateway that gets its money: takes due sessions to their facilitators and follows the jobs.</summary>
/// <remarks>
/// A facilitator answers 202 and works later; the gateway polls the job. A terminal failure is final for the session
/// (its authorisation cannot be replaced), a facilitator that does not answer is asked again at the next sweep.
/// </remarks>
internal sealed class SettlementDesk(
    UptoSessions sessions, UnixClock clock, FacilitatorPolicy policy, VerifiedAnswers? verified = null)
{
    /// <summary>Between two polls of one job (gateway wrapper, protocol-facts §4.7).</summary>
    private static readonly SimDuration PollPeriod = SimDuration.FromSeconds(2);

    /// <summary>Polls without a job id before the call counts as lost.</summary>
    private const int PollsWithoutJob = 5;

    /// <summary>Polls after which a job that has no result counts as overdue: 60 s.</summary>
    private const int PollsUntilOverdue = 30;

    private const string Overdue = "settlement_overdue";
    private const string AmountMismatch = "settled_amount_mismatch";

    private readonly SortedDictionary<string, KnownFacilitator> facilitators = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PendingSettlement> pending = new(StringComparer.Ordinal);
    private readonly SortedDictionary<ulong, string> sessionOfCall = [];
    private ulong calls;

    /// <summary>Remembers which facilitator verified a session's payment; the same one settles it.</summary>
    public void Assign(UptoSession session, KnownFacilitator facilitator) => facilitators[session.Id] = facilitator;

    public KnownFacilitator FacilitatorOf(UptoSession session) => facilitators[session.Id];

    public void SettleDue(IActorContext context)
    {
        foreach (UptoSession session in sessions.Reap(clock.At(context.Now)))
        {
            KnownFacilitator facilitator = facilitators[session.Id];
            pending[session.Id] = new PendingSettlement(session, facilitator);
            PaymentRequirements due = session.Terms.Requirements with
            {
                Amount = session.Accumulated.BaseUnits.ToString(CultureInfo.InvariantCulture),
            };
            FacilitatorRequest request = new(session.Terms.Payment, due);
            context.Observe(new SettlementRequested(session.Id, facilitator.Name, session.Accumulated));
            Post(facilitator, session, new PostSettle(Call(session.Id), JsonBody.Of(request.ToJson())), context);
            context.StartTimer(PollPeriod, new SettlementPollDue(session.Id));
        }
    }

    private void Post(KnownFacilitator facilitator, UptoSession session, PostSettle post, IActorContext context)
    {
        if (verified is null)
        {
            context.Tell(facilitator.Actor, post);
        }
        else
        {
            verified.Settle(session.Id, facilitator, post, context);
        }
    }

    public void OnSettleReply(SettleReply reply, IActorContext context)
    {
        if (!TryFind(reply.Call, out PendingSettlement? settlement))
        {
            return;
        }

        if (reply.Job is null)
        {
            Retry(settlement!);
        }
        else
        {
            settlement!.Job = reply.Job;
        }
    }

    public void OnPollDue(SettlementPollDue due, IActorContext context)
    {
        if (!pending.TryGetValue(due.Session, out PendingSettlement? settlement))
        {
            return;
        }

        if (++settlement.Polls >= PollsWithoutJob && settlement.Job is null)
        {
            policy.OnSilent(settlement.Facilitator, context.Now);
            Retry(settlement);
            return;
        }

        if (settlement.Polls == PollsUntilOverdue)
        {
            context.Observe(new FraudNoticed(SubjectOf(settlement), context.Name, Overdue));
        }

        if (settlement.Job is not null)
        {
            context.Tell(settlement.Facilitator.Actor, new GetSettlement(Call(due.Session), settlement.Job));
        }

        context.StartTimer(PollPeriod, due);
    }

    public void OnSettlementReply(SettlementReply reply, IActorContext context)
    {
        if (!TryFind(reply.Call, out PendingSettlement? settlement))
        {
            return;
        }

        switch (reply.Status)
        {
            case JobStatus.Succeeded: Finish(settlement!, reply.Body, context); break;
            case JobStatus.Unknown: Retry(settlement!); break;
        }
    }

    /// <summary>Polls died with the host: every session under way is released, and the next sweep asks again.</summary>
    public void OnRestarted()
    {
        sessionOfCall.Clear();
        foreach (PendingSettlement settlement in pending.Values.ToList())
        {
            Retry(settlement);
        }
    }

    private void Finish(PendingSettlement settlement, byte[] body, IActorContext context)
    {
        string session = settlement.Session.Id;
        bool read = SettleResponse.FromJson(body).TryGet(out SettleResponse? response);
        string? refusal = !read ? PaymentError.UnexpectedSettleError.Name
            : response!.Success ? null
            : response.ErrorReason ?? PaymentError.UnexpectedSettleError.Name;
        Hash32? transaction = Hash32.TryParse(response?.Transaction, out Hash32 hash) ? hash : null;
        OpgAmount moved = refusal is null ? MovedBy(settlement, response!, context) : OpgAmount.Zero;
        context.Observe(new SettlementFinished(session, settlement.Facilitator.Name, moved, transaction, refusal));
        if (refusal is not null)
        {
            Mourn(settlement, refusal, context);
        }

        context.Observe(new CapitalHeld(session, OpgAmount.Zero));
        ForgetCalls(session);
        facilitators.Remove(session);
        sessions.Remove(session);
        verified?.Forget(session);
    }

    // What the facilitator says has moved, which anybody can read on the chain, against what was due.
    private static OpgAmount MovedBy(PendingSettlement settlement, SettleResponse response, IActorContext context)
    {
        OpgAmount due = settlement.Session.Accumulated;
        if (!UInt256.TryParse(response.Amount, out UInt256 said) || said == (UInt256)due.BaseUnits || said.High != 0)
        {
            return due;
        }

        OpgAmount moved = new(said.Low);
        string subject = SubjectOf(settlement);
        context.Observe(new FraudNoticed(subject, context.Name, AmountMismatch));
        if (moved > due)
        {
            context.Observe(new FraudLoss(subject, settlement.Session.Terms.Authorization.From.ToString(), moved - due));
        }

        return moved;
    }

    private static void Mourn(PendingSettlement settlement, string refusal, IActorContext context)
    {
        UptoSession session = settlement.Session;
        context.Observe(new DebtWrittenOff(context.Name, session.Accumulated, session.Served, refusal));
        Permit2Authorization signed = session.Terms.Authorization;
        foreach (string subject in (string[])[AuthorisationSubjects.Of(signed.From, signed.Nonce), SubjectOf(settlement)])
        {
            context.Observe(new FraudNoticed(subject, context.Name, refusal));
            context.Observe(new FraudLoss(subject, context.Name, session.Accumulated));
        }
    }

    private static string SubjectOf(PendingSettlement settlement)
    {
        Permit2Authorization signed = settlement.Session.Terms.Authorization;
        return AuthorisationSubjects.Of(signed.From, signed.Nonce, settlement.Facilitator.Name);
    }

    private void Retry(PendingSettlement settlement)
    {
        ForgetCalls(settlement.Session.Id);
        sessions.Release(settlement.Session.Id);
    }

    // Replies that were lost on the way would otherwise be waited for for ever.
    private void ForgetCalls(string session)
    {
        pending.Remove(session);
        foreach (ulong call in sessionOfCall.Where(pair => pair.Value == session).Select(pair => pair.Key).ToList())
        {
            sessionOfCall.Remove(call);
        }
    }

    private ulong Call(string session)
    {
        sessionOfCall.Add(++calls, session);
        return calls;
    }

    private bool TryFind(ulong call, out PendingSettlement? settlement)
    {
        settlement = null;
        return sessionOfCall.Remove(call, out string? session) && pending.TryGetValue(session, out settlement);
    }
}
