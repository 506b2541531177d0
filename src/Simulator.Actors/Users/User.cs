using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Actors.Users.Charges;
using Simulator.Actors.Users.Purses;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users;

/// <summary>Asks by its arrival process, pays when told to, and accepts only answers it has checked itself.</summary>
/// <remarks>
/// Behaves like the network's own client library unless its settings say otherwise: it keeps to one randomly chosen node,
/// attaches a running session, pays once on a 402, and after a failure of the connection or the session tries another node
/// exactly once. Where there is a registry it chooses among the active enclaves that it reads there.
/// Sends: <see cref="PostInference"/>, <see cref="PinnedInference"/>, <see cref="EthCall"/>, <see cref="GetDecisions"/>,
/// <see cref="GetSettledAmount"/>.
/// </remarks>
public sealed partial class User(UserSettings settings) : IActor
{
    private readonly SortedDictionary<int, OpenRequest> open = [];
    private IPurse? opened;
    private KnownNode? node;
    private int asked;

    private IPurse Purse => opened ??= Purses.Purse.Of(new PurseSite(settings, Find, Send, Finish));

    public void Receive(in Envelope envelope, IActorContext context)
    {
        if (IsFromClosedConnection(envelope))
        {
            return;
        }

        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case ArrivalDue message: OnArrivalDue(message, context); break;
            case PaymentRequiredReply message: OnPaymentRequired(message, context); break;
            case InferenceReply message: OnInferenceReply(message, context); break;
            case ProvenReply message: OnProvenReply(message, context); break;
            case AnswerChecked message: OnAnswerChecked(message, context); break;
            case ErrorReply message: OnErrorReply(message, context); break;
            case EthCallReply message: OnEthCallReply(message, context); break;
            case RegistryRefreshDue: OnRefreshDue(context); break;
            case RulingsDue: rulings?.Ask(context); break;
            case GetDecisionsReply message: OnDecisions(message, context); break;
            case ChargesDue message: charges?.OnDue(message, context); break;
            case GetSettledAmountReply message: OnSettledAmount(message, context); break;
            case RegistryReadTimedOut message: OnReadTimedOut(message, context); break;
            case HandshakeFailed message: OnHandshakeFailed(message, context); break;
            case DeadlineMissed message: OnDeadlineMissed(message, context); break;
            case PatienceEnded message: Finish(message.Attempt, RequestFate.TimedOut, null, context); break;
            case not null when Purse.TryReceive(envelope, context): break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        context.Observe(new PartyDeclared(Purse.Address, context.Name, settings.Group, PartyRole.User));
        Purse.OnStarted(context);
        if (registry is null)
        {
            Choose(settings.Nodes, context);
        }
        else
        {
            Follow(context);
        }

        rulings?.Ask(context);
        ScheduleArrival(1, context);
    }

    // Timers and jobs died with the host: open requests are given up, and the next question is due a gap from now.
    private void OnRestarted(IActorContext context)
    {
        foreach (int attempt in open.Keys.ToList())
        {
            Finish(attempt, RequestFate.TimedOut, null, context);
        }

        Purse.OnRestarted(context);
        ResumeReading(context);
        rulings?.Ask(context);
        charges?.OnRestarted(context);
        ScheduleArrival(asked + 1, context);
    }

    private void ScheduleArrival(int attempt, IActorContext context)
    {
        SimDuration gap = settings.Arrivals.GapBefore(context.Random, attempt);
        if (context.Now + gap < settings.AsksUntil)
        {
            context.StartTimer(gap, new ArrivalDue(attempt));
        }
    }

    private void OnArrivalDue(ArrivalDue arrival, IActorContext context)
    {
        asked = arrival.Attempt;
        ScheduleArrival(asked + 1, context);
        byte[] body = settings.Questions.Compose(context.Random, Draws.Question, arrival.Attempt);
        ChooseForRequest(context);
        OpenRequest request = new(arrival.Attempt, body, node)
        {
            Patience = context.StartTimer(settings.Patience, new PatienceEnded(arrival.Attempt)),
        };
        open.Add(arrival.Attempt, request);
        context.Observe(new RequestIssued(IdOf(request, context), settings.Group, node?.Name ?? NoNode, settings.Questions.Model, body));
        SayMode(request, context);
        if (node is null)
        {
            Connect(request, context);
        }
        else
        {
            BeginTry(request, context);
            Purse.Begin(request, context);
        }
    }

    private void OnPaymentRequired(PaymentRequiredReply reply, IActorContext context)
    {
        if (!open.TryGetValue(reply.Attempt, out OpenRequest? request))
        {
            return;
        }

        request.Drawn = null;
        DropSession(request);
        if (reply.Header is null)
        {
            RetryElsewhere(request, RequestFate.Refused, reply.Body, context);
            return;
        }

        if (!PaymentRequired.FromHeader(reply.Header).TryGet(out PaymentRequired? required))
        {
            Finish(reply.Attempt, RequestFate.Refused, Purses.Wallet.UnreadableRequirements, context);
            return;
        }

        // The second 402 for one request is the network's refusal of the payment that came with it.
        if (request.Paid)
        {
            Finish(reply.Attempt, RequestFate.Refused, required.Error ?? "payment refused", context);
            return;
        }

        if (Purse.Pay(request, required, context) is { } declined)
        {
            Finish(reply.Attempt, RequestFate.Refused, declined, context);
        }
    }

    private void OnInferenceReply(InferenceReply reply, IActorContext context) =>
        OnInferenceReply(reply, settings.CheckingTime, context);

    private void OnInferenceReply(InferenceReply reply, SimDuration checking, IActorContext context)
    {
        if (!open.TryGetValue(reply.Attempt, out OpenRequest? request))
        {
            return;
        }

        StopDeadline(request, context);
        charges?.OnServed(request, reply.Session, reply.Cost);
        KeepSession(request, reply.Session, context);
        book.Of(request.Node!).Price = reply.Cost;
        AnswerCheck check = new(request.Body, reply.Body, request.Node!.TeeId, request.Node.SigningKey)
        {
            Text = settings.Text,
        };
        if (check.Describe(IdOf(request, context), reply.Cost) is AnswerReceived answer)
        {
            context.Observe(answer);
        }

        int attempt = request.Attempt;
        bool isChecked = settings.ChecksAnswers && settings.Verification != VerificationMode.Vanilla;
        Func<string?> verdict = isChecked ? check.Reject : check.RejectUnreadable;
        context.StartJob(null, verdict, checking, rejection => new AnswerChecked(attempt, rejection));
    }

    private void OnAnswerChecked(AnswerChecked check, IActorContext context)
    {
        if (check.Rejection is { } means && open.TryGetValue(check.Attempt, out OpenRequest? wronged))
        {
            string subject = FraudSubjects.OfAnswer(IdOf(wronged, context), wronged.Node!.Name);
            context.Observe(new FraudNoticed(subject, context.Name, means));
        }

        if (check.Rejection is null && registry is not null && open.TryGetValue(check.Attempt, out OpenRequest? request))
        {
            JudgeStanding(request, context);
            return;
        }

        RequestFate fate = check.Rejection is null ? RequestFate.Accepted : RequestFate.Rejected;
        Finish(check.Attempt, fate, check.Rejection, context);
    }

    // HTTP status errors are final: the client library retries connections, not refusals.
    private void OnErrorReply(ErrorReply reply, IActorContext context)
    {
        if (reply.Status >= ServerError && open.TryGetValue(reply.Attempt, out OpenRequest? request))
        {
            Rate(request, isGood: false, waited: false, context);
        }

        Finish(reply.Attempt, RequestFate.Refused, reply.Error, context);
    }

    private void Send(OpenRequest request, string? payment, string? running, IActorContext context)
    {
        KnownNode to = request.Node!;
        charges?.OnSent(request, payment is not null, running, context.Now);
        PostInference post = new(request.Attempt, request.Body, payment, running, settings.SettlementType);
        context.Tell(to.Gateway, WithMode(to.Pin, post));
    }

    private void Finish(int attempt, RequestFate fate, string? reason, IActorContext context)
    {
        if (!open.Remove(attempt, out OpenRequest? request))
        {
            return;
        }

        StopDeadline(request, context);
        NoteUnserved(request, fate == RequestFate.Refused, context);
        RateFate(request, fate, context);
        context.CancelTimer(request.Patience);
        context.Observe(new RequestFinished(IdOf(request, context), fate, reason));
        if (fate != RequestFate.Accepted)
        {
            string by = request.Node?.Name ?? NoNode;
            context.Observe(new AccessRefused(IdOf(request, context), settings.Group, by, reason ?? AccessRefused.NoAnswer));
        }
    }

    private OpenRequest? Find(int attempt) => open.GetValueOrDefault(attempt);

    private static RequestId IdOf(OpenRequest request, IActorContext context) => new(context.Name, request.Attempt);
}
