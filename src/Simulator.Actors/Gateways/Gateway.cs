using Simulator.Actors.Enclaves;
using Simulator.Actors.Enclaves.Frauds;
using Simulator.Actors.Facilitators.Evidence.Http;
using Simulator.Actors.Gateways.Frauds;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Gateways.Tills;
using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Network;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Gateways;

/// <summary>The resource server of a node: has paid questions answered by its enclave, and leaves the money to its till.</summary>
/// <remarks>
/// Clients of the registry come by connections pinned to the enclave's TLS certificate.
/// Sends: <see cref="InferenceReply"/>, <see cref="ErrorReply"/>, <see cref="HandshakeFailed"/>,
/// <see cref="ComputeInference"/>, <see cref="PostSettleData"/> whose answer nobody waits for; payment is
/// <see cref="ITill"/>, on-chain requests are <see cref="PreExecutionDesk"/>.
/// </remarks>
public sealed partial class Gateway : IActor
{
    /// <summary>Longest request that is read: 1 MiB, a common limit of HTTP servers.</summary>
    public const int MostBodyBytes = 1_048_576;

    private const ushort ContentTooLarge = 413;
    private const string TooLarge = "content_too_large";

    private readonly GatewaySettings settings;
    private readonly ActorRef enclave;
    private readonly ITill till;
    private readonly PreExecutionDesk preExecutions;
    private readonly EvidenceReporter evidence;
    private readonly VerifiedAnswers? verified;
    private readonly Tariff tariff;
    private readonly ForgedAnswers forgeries;
    private readonly RequestFraud? fraud;
    private readonly SortedDictionary<ulong, PendingInference> computing = [];
    private readonly CallNumbers calls = new();
    private Hash32? pin;

    public Gateway(GatewaySettings settings, ActorRef enclave)
    {
        this.settings = settings;
        this.enclave = enclave;
        verified = settings.Verification is { } rules ? new VerifiedAnswers(rules) : null;
        till = Till.Of(new TillSite(settings, calls, Compute, verified));
        preExecutions = new PreExecutionDesk(enclave);
        evidence = new EvidenceReporter(settings.Clock);
        tariff = new Tariff(settings);
        forgeries = new ForgedAnswers(settings.Group, tariff);
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
            case EnclaveBooted message: pin = message.Pin; break;
            case VerifiedInference message: OnVerifiedInference(envelope.From, message, context); break;
            case AnswerResolved message: OnAnswerResolved(message, context); break;
            case AnswerProven message: OnAnswerProven(message, context); break;
            case AnswerForged message: forgeries.OnForged(message); break;
            case InferenceComputed message: OnInferenceComputed(message, context); break;
            case InferenceRefused message: OnInferenceRefused(message, context); break;
            case SettleDataReply: break;
            case RunInference message: preExecutions.OnRunInference(envelope.From, message, context); break;
            case PreExecutionComputed message: preExecutions.OnComputed(message, context); break;
            case not null when till.TryReceive(envelope, context): break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        context.Observe(new PartyDeclared(settings.PayTo, context.Name, settings.Group, PartyRole.Node));
        till.OnStarted(context);
    }

    // What was in flight died with the host.
    private void OnRestarted(IActorContext context)
    {
        pin = null;
        foreach (PendingInference lost in computing.Values)
        {
            till.Abort(lost.Admission, context);
        }

        computing.Clear();
        AbandonHeld(context);
        preExecutions.OnRestarted();
        till.OnRestarted(context);
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
        if (post.Body.Length > MostBodyBytes)
        {
            context.Observe(new FraudNoticed(id.ToString(), context.Name, TooLarge));
            context.Tell(client, new ErrorReply(post.Attempt, ContentTooLarge, TooLarge));
            return;
        }

        HeldRequest request = new(client, post.Attempt, id, post.Body, post.SettlementType) { Mode = mode };
        till.Admit(request, post, context);
    }

    private void Compute(HeldRequest request, Admission admission, IActorContext context)
    {
        // Taken in any case: the next session's id is drawn from the last number.
        ulong ticket = calls.Next();
        if (fraud?.Handles(request, () => ChargeUnserved(request, admission, context), context) == true)
        {
            till.Answered(admission, context);
            return;
        }

        computing.Add(ticket, new PendingInference(request, admission));
        context.Observe(new RequestAdmitted(request.Id, context.Name));
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

        OpgAmount price = tariff.PriceOf(answer.Body);
        Charged charged = till.Charge(request, pending.Admission, price, context);
        forgeries.OnDelivered(answer.Ticket, request, charged.Amount, context);
        context.Tell(request.Client, new InferenceReply(request.Attempt, answer.Body, charged.Session, price));
        evidence.Report(request, pending.Admission, answer, context);
        till.Answered(pending.Admission, context);
    }

    private void OnInferenceRefused(InferenceRefused refusal, IActorContext context)
    {
        if (computing.Remove(refusal.Ticket, out PendingInference? pending))
        {
            till.Abort(pending.Admission, context);
            context.Tell(pending.Request.Client, new ErrorReply(pending.Request.Attempt, refusal.Status, refusal.Error));
        }
    }
}
