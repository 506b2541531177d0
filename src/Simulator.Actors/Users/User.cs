using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users;

/// <summary>Asks by its arrival process, pays when told to, and accepts only answers it has checked itself.</summary>
/// <remarks>
/// Behaves like the network's own client library: it keeps to one randomly chosen node, attaches a running session, pays
/// once on a 402, and after a failure of the connection or the session tries another node exactly once. Where there is
/// a registry it chooses among the active enclaves that it reads there.
/// Sends: <see cref="PostInference"/>, <see cref="PinnedInference"/>, <see cref="EthCall"/>.
/// </remarks>
public sealed partial class User(UserSettings settings) : IActor
{
    private readonly SortedDictionary<int, OpenRequest> open = [];
    private readonly Wallet wallet = new(settings.Key);
    private KnownNode? node;
    private string? session;
    private int nodeChoices;
    private int asked;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case ArrivalDue message: OnArrivalDue(message, context); break;
            case PaymentRequiredReply message: OnPaymentRequired(message, context); break;
            case PaymentSigned message: OnPaymentSigned(message, context); break;
            case InferenceReply message: OnInferenceReply(message, context); break;
            case ProvenReply message: OnProvenReply(message, context); break;
            case AnswerChecked message: OnAnswerChecked(message, context); break;
            case ErrorReply message: OnErrorReply(message, context); break;
            case EthCallReply message: OnEthCallReply(message, context); break;
            case RegistryRefreshDue: OnRefreshDue(context); break;
            case RegistryReadTimedOut message: OnReadTimedOut(message, context); break;
            case HandshakeFailed message: OnHandshakeFailed(message, context); break;
            case PatienceEnded message: Finish(message.Attempt, RequestFate.TimedOut, null, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        context.Observe(new PartyDeclared(wallet.Address, context.Name, settings.Group, PartyRole.User));
        if (registry is null)
        {
            Choose(settings.Nodes, context);
        }
        else
        {
            Follow(context);
        }

        ScheduleArrival(1, context);
    }

    // Timers and jobs died with the host: open requests are given up, and the next question is due a gap from now.
    private void OnRestarted(IActorContext context)
    {
        foreach (int attempt in open.Keys.ToList())
        {
            Finish(attempt, RequestFate.TimedOut, null, context);
        }

        ResumeReading(context);
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
            Send(request, null, session, context);
        }
    }

    private void OnPaymentRequired(PaymentRequiredReply reply, IActorContext context)
    {
        if (!open.TryGetValue(reply.Attempt, out OpenRequest? request))
        {
            return;
        }

        session = null;
        if (reply.Header is null)
        {
            RetryElsewhere(request, reply.Body, context);
            return;
        }

        if (!PaymentRequired.FromHeader(reply.Header).TryGet(out PaymentRequired? required))
        {
            Finish(reply.Attempt, RequestFate.Refused, Wallet.UnreadableRequirements, context);
            return;
        }

        // The second 402 for one request is the network's refusal of the payment that came with it.
        if (request.Paid)
        {
            Finish(reply.Attempt, RequestFate.Refused, required.Error ?? "payment refused", context);
            return;
        }

        Pay(request, required, context);
    }

    private void Pay(OpenRequest request, PaymentRequired required, IActorContext context)
    {
        long now = settings.Clock.At(context.Now);
        string? declined = wallet.Decide(required, now, context.Random, request.Attempt, out PaymentIntent? intent);
        if (intent is null)
        {
            Finish(request.Attempt, RequestFate.Refused, declined, context);
            return;
        }

        request.Paid = true;
        request.Intent = intent;
        context.Observe(new PaymentChallenged(IdOf(request, context), intent.Maximum));
        int attempt = request.Attempt;
        context.StartJob(null, intent.Sign, settings.SigningTime, header => new PaymentSigned(attempt, header));
    }

    private void OnPaymentSigned(PaymentSigned signed, IActorContext context)
    {
        if (open.TryGetValue(signed.Attempt, out OpenRequest? request))
        {
            context.Observe(request.Intent!.ToObservation(IdOf(request, context)));
            Send(request, signed.Header, null, context);
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

        session = reply.Session ?? session;
        AnswerCheck check = new(request.Body, reply.Body, request.Node!.TeeId, request.Node.SigningKey)
        {
            Text = settings.Text,
        };
        if (check.Describe(IdOf(request, context), reply.Cost) is AnswerReceived answer)
        {
            context.Observe(answer);
        }

        int attempt = request.Attempt;
        Func<string?> verdict = settings.ChecksAnswers && settings.Mode != VerificationMode.Vanilla ? check.Reject : check.RejectUnreadable;
        context.StartJob(null, verdict, checking, rejection => new AnswerChecked(attempt, rejection));
    }

    private void OnAnswerChecked(AnswerChecked check, IActorContext context)
    {
        if (check.Rejection is null && registry is not null && open.TryGetValue(check.Attempt, out OpenRequest? request))
        {
            JudgeStanding(request, context);
            return;
        }

        if (check.Rejection is { } means && open.TryGetValue(check.Attempt, out OpenRequest? wronged))
        {
            string subject = FraudSubjects.OfAnswer(IdOf(wronged, context), wronged.Node!.Name);
            context.Observe(new FraudNoticed(subject, context.Name, means));
        }

        RequestFate fate = check.Rejection is null ? RequestFate.Accepted : RequestFate.Rejected;
        Finish(check.Attempt, fate, check.Rejection, context);
    }

    // HTTP status errors are final: the client library retries connections, not refusals.
    private void OnErrorReply(ErrorReply reply, IActorContext context) =>
        Finish(reply.Attempt, RequestFate.Refused, reply.Error, context);

    private void RetryElsewhere(OpenRequest request, string error, IActorContext context)
    {
        if (request.Retried)
        {
            Finish(request.Attempt, RequestFate.Refused, error, context);
            return;
        }

        request.Retried = true;
        if (registry is not null)
        {
            Connect(request, context);
            return;
        }

        Choose(settings.Nodes, context);
        request.Node = node;
        Send(request, null, null, context);
    }

    private void Send(OpenRequest request, string? payment, string? running, IActorContext context)
    {
        KnownNode to = request.Node!;
        PostInference post = new(request.Attempt, request.Body, payment, running, settings.SettlementType);
        context.Tell(to.Gateway, WithMode(to.Pin, post));
    }

    private void Choose(IReadOnlyList<KnownNode> candidates, IActorContext context)
    {
        Draw draw = context.Random.Draw(Draws.ChosenNode, (ulong)nodeChoices++);
        node = candidates[(int)draw.Below(candidates.Count)];
        session = null;
    }

    private void Finish(int attempt, RequestFate fate, string? reason, IActorContext context)
    {
        if (!open.Remove(attempt, out OpenRequest? request))
        {
            return;
        }

        context.CancelTimer(request.Patience);
        context.Observe(new RequestFinished(IdOf(request, context), fate, reason));
    }

    private static RequestId IdOf(OpenRequest request, IActorContext context) => new(context.Name, request.Attempt);
}
