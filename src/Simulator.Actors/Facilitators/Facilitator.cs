using System.Text;
using Simulator.Actors.Facilitators.Channels;
using Simulator.Actors.Facilitators.Frauds;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Facilitators;

/// <summary>Checks payments (<c>/verify</c>) and brings them on chain (<c>/settle</c>), one settlement at a time.</summary>
/// <remarks>
/// The checks are the protocol library's, in its order: fields, then the signature (a job), then the settlement
/// simulated by <c>eth_call</c>, then the diagnosis of a failed simulation. A settlement repeats them for the full
/// maximum before anything is broadcast. Sends: <see cref="VerifyReply"/>, <see cref="SettleReply"/>,
/// <see cref="SettlementReply"/>, and calls to the chain's RPC.
/// </remarks>
public sealed class Facilitator : IActor
{
    /// <summary>How long one call to the chain's RPC may take before the case fails.</summary>
    private static readonly SimDuration RpcTimeout = SimDuration.FromSeconds(10);

    /// <summary>Between two attempts at one settlement.</summary>
    private static readonly SimDuration RetryPause = SimDuration.FromSeconds(5);

    private readonly FacilitatorSettings settings;
    private readonly Address address;
    private readonly SortedDictionary<ulong, PaymentCase> cases = [];
    private readonly JobBook jobs;
    private readonly Broadcaster broadcaster;
    private readonly Misconduct misconduct;
    private readonly CallNumbers numbers = new();
    private readonly ChannelDesk channels;

    public Facilitator(FacilitatorSettings settings)
    {
        this.settings = settings;
        address = Secp256k1.AddressOf(settings.Key);
        jobs = new JobBook(settings.QueueCapacity);
        broadcaster = new Broadcaster(settings);
        misconduct = Misconduct.Of(settings);
        channels = new ChannelDesk(settings, numbers, RpcTimeout);
    }

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: context.Observe(new PartyDeclared(address, context.Name, settings.Group, PartyRole.Facilitator)); break;
            case Restarted: OnRestarted(context); break;
            case PostVerify message: OnPostVerify(envelope.From, message, context); break;
            case PostSettle message: OnPostSettle(envelope.From, message, context); break;
            case GetSettlement message: OnGetSettlement(envelope.From, message, context); break;
            case SignatureChecked message: OnSignatureChecked(message, context); break;
            case EthCallReply message: OnEthCallReply(message, context); break;
            case ReadPayerReply message: OnReadPayerReply(message, context); break;
            case CaseTimedOut message: OnCaseTimedOut(message, context); break;
            case TransactionSigned message: broadcaster.OnSigned(message, jobs.Current, context); break;
            case SendRawTransactionReply message: FinishIf(broadcaster.OnBroadcast(message, jobs.Current), context); break;
            case ReceiptPollDue message: FinishIf(broadcaster.OnPollDue(message, jobs.Current, context), context); break;
            case ReadChannelReply message: channels.OnState(message, context); break;
            case ChannelChecked message: channels.OnChecked(message, context); break;
            case JobReleased: StartNext(context); break;
            case GetTransactionCountReply message: broadcaster.OnTransactionCount(message, jobs.Current, context); break;
            case GetBlockNumberReply message: broadcaster.OnBlockNumber(message, jobs.Current, context); break;
            case GetReceiptReply message: OnReceipt(message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    // Calls that were under way died with the host; the job in the worker's hands fails and is reported as such.
    private void OnRestarted(IActorContext context)
    {
        cases.Clear();
        channels.OnRestarted();
        broadcaster.OnRestarted();
        if (jobs.Current is not null)
        {
            Finish(Failure(jobs.Current.Request, PaymentError.UnexpectedSettleError), context);
        }
    }

    private void OnPostVerify(ActorRef client, PostVerify call, IActorContext context)
    {
        if (!FacilitatorRequest.FromJson(call.Body).TryGet(out FacilitatorRequest? request))
        {
            Reply(client, call.Call, Verification.Invalid(PaymentError.InvalidPayload, null), context);
            return;
        }

        if (request.Payload.Payload is ChannelPayload channel)
        {
            channels.Verify(client, call.Call, request, channel, context);
            return;
        }

        if (request.Payload.Payload is Permit2Payload { Authorization: { } asked } && misconduct.Ignores(asked, context))
        {
            return;
        }

        VerificationContext now = Now(context);
        if (!TryAdmit(request.Payload, request.Requirements, now, out Permit2Candidate? candidate, out Verification? refusal))
        {
            Reply(client, call.Call, refusal!, context);
            return;
        }

        CheckSignature(new PaymentCase(numbers.Next(), candidate!, now, null) { Client = (client, call.Call) }, context);
    }

    private void OnPostSettle(ActorRef client, PostSettle call, IActorContext context)
    {
        string? id = null;
        if (FacilitatorRequest.FromJson(call.Body).TryGet(out FacilitatorRequest? request))
        {
            string name = "payment-" + KeyedUuid.From(context.Random.Draw(Draws.SettlementJob, numbers.Next()));
            id = jobs.TryAdd(JobOf(name, request, context)) ? name : null;
        }

        context.Tell(client, new SettleReply(call.Call, id));
        StartNext(context);
    }

    private SettlementJob JobOf(string name, FacilitatorRequest request, IActorContext context)
    {
        SimDuration hold = request.Payload.Payload is Permit2Payload { Authorization: { } signed }
            ? misconduct.Hold(signed, context)
            : SimDuration.Zero;
        if (hold > SimDuration.Zero)
        {
            context.StartTimer(hold, new JobReleased());
        }

        return new SettlementJob(name, request) { NotBefore = context.Now + hold };
    }

    private void OnGetSettlement(ActorRef client, GetSettlement call, IActorContext context)
    {
        (string status, SettleResponse? result) = jobs.Find(call.Job);
        byte[] body = result is null ? [] : Encoding.UTF8.GetBytes(result.ToJson());
        context.Tell(client, new SettlementReply(call.Call, status, body));
    }

    // A settlement is verified for the whole permitted amount: a payer who has moved the money meanwhile fails here.
    private void StartNext(IActorContext context)
    {
        if (jobs.TakeNext(context.Now) is not { } job)
        {
            return;
        }

        if (job.Request.Requirements.Scheme == X402Protocol.BatchSettlementScheme)
        {
            StartChannel(job, context);
            return;
        }

        PaymentRequirements full = Permit2Settlement.ForVerification(job.Request.Payload, job.Request.Requirements);
        VerificationContext now = Now(context);
        if (TryAdmit(job.Request.Payload, full, now, out Permit2Candidate? candidate, out Verification? refusal))
        {
            CheckSignature(new PaymentCase(numbers.Next(), candidate!, now, job), context);
        }
        else
        {
            Carry(job, Decide(job, refusal!, null, now), null, context);
        }
    }

    private void StartChannel(SettlementJob job, IActorContext context)
    {
        SchemePayload order = job.Request.Payload.Payload;
        string network = job.Request.Requirements.Network;
        string error = ChannelDesk.ErrorOf(order).Name;
        job.Rest.Clear();
        foreach (ContractCall call in ChannelDesk.CallsOf(order))
        {
            job.Rest.Enqueue(call);
        }

        if (!job.Rest.TryDequeue(out ContractCall? first))
        {
            Finish(new SettleResponse(false, string.Empty, network, error), context);
            return;
        }

        BroadcastAnswers answers = new(
            message => new SettleResponse(false, string.Empty, network, error, message),
            (transaction, succeeded) =>
                new SettleResponse(succeeded, transaction.ToString(), network, succeeded ? null : error));
        broadcaster.Start(job, answers, first, numbers.Next(), context);
    }

    private void CheckSignature(PaymentCase payment, IActorContext context)
    {
        cases.Add(payment.Number, payment);
        ulong number = payment.Number;
        Permit2Candidate candidate = payment.Candidate;
        JobKey shared = JobKey.Of("permit2-signature", Encoding.UTF8.GetBytes($"{candidate.Digest()}{candidate.Signature}"));
        context.StartJob(shared, candidate.IsSignedByPayer, settings.CheckingTime, valid => new SignatureChecked(number, valid));
    }

    private void OnSignatureChecked(SignatureChecked check, IActorContext context)
    {
        if (!cases.TryGetValue(check.Case, out PaymentCase? payment))
        {
            return;
        }

        if (!check.Valid)
        {
            Conclude(payment, Verification.Invalid(PaymentError.InvalidPermit2Signature, payment.Candidate.Payer), context);
            return;
        }

        if (payment.Job is { } job && !Permit2Settlement.SimulatesAgain(job.Request.Requirements))
        {
            Conclude(payment, Verification.Valid(payment.Candidate.Payer), context);
            return;
        }

        ContractCall settle = payment.Candidate.SettleCall(payment.Candidate.Terms.Amount);
        payment.Timeout = context.StartTimer(RpcTimeout, new CaseTimedOut(payment.Number));
        context.Tell(settings.Chain, new EthCall(payment.Number, address, settle.Target, settle.Encode()));
    }

    private void OnEthCallReply(EthCallReply reply, IActorContext context)
    {
        if (channels.OnEthCallReply(reply, context) || !cases.TryGetValue(reply.Call, out PaymentCase? payment))
        {
            return;
        }

        if (reply.Revert is null)
        {
            Conclude(payment, Verification.Valid(payment.Candidate.Payer), context);
            return;
        }

        payment.SimulatedRevert = reply.Revert;
        context.Tell(settings.Chain, new ReadPayer(payment.Number, payment.Candidate.Payer, payment.Candidate.Authorization.Spender));
    }

    private void OnReadPayerReply(ReadPayerReply reply, IActorContext context)
    {
        if (!cases.TryGetValue(reply.Call, out PaymentCase? payment))
        {
            return;
        }

        Invariant.That(payment.SimulatedRevert is not null);
        ChainAnswers answers = new(
            PayerHasCode: false,
            reply.Balance,
            reply.Allowance,
            reply.ProxyDeployed,
            SimulationResult.Reverted(payment.SimulatedRevert));
        Conclude(payment, Permit2Conclusion.Conclude(payment.Candidate, true, payment.Context, answers), context);
    }

    private void OnCaseTimedOut(CaseTimedOut due, IActorContext context)
    {
        if (!channels.OnTimedOut(due, context) && cases.TryGetValue(due.Case, out PaymentCase? payment))
        {
            Conclude(payment, Verification.Invalid(PaymentError.UnexpectedVerifyError, payment.Candidate.Payer), context);
        }
    }

    private void Conclude(PaymentCase payment, Verification verification, IActorContext context)
    {
        cases.Remove(payment.Number);
        context.CancelTimer(payment.Timeout);
        if (payment.Job is null)
        {
            Reply(payment.Client.Actor, payment.Client.Call, verification, context);
            return;
        }

        Carry(payment.Job, Decide(payment.Job, verification, payment.Candidate, payment.Context), payment.Candidate, context);
    }

    private static SettlementStep Decide(
        SettlementJob job, Verification verification, Permit2Candidate? candidate, VerificationContext context) =>
        Permit2Settlement.Decide(verification, candidate, job.Request.Payload, job.Request.Requirements, context);

    private void Carry(SettlementJob job, SettlementStep step, Permit2Candidate? candidate, IActorContext context)
    {
        switch (step)
        {
            case SettlementStep.Answer answer: Finish(answer.Response, context); break;
            case SettlementStep.Broadcast broadcast: Broadcast(job, broadcast, candidate!, context); break;
            default: throw Invariant.Unreachable(step);
        }
    }

    private void Broadcast(
        SettlementJob job, SettlementStep.Broadcast honest, Permit2Candidate candidate, IActorContext context)
    {
        UInt256 due = UInt256.Parse(job.Request.Requirements.Amount);
        ContractCall call = honest.Call;
        if (misconduct.Alter(candidate.Authorization, due, context) is { } altered)
        {
            (job.Honest, job.Altered) = (honest, altered.Amount);
            call = (candidate with { Authorization = altered.Authorization }).SettleCall(altered.Amount);
        }

        BroadcastAnswers answers = new(
            message => Permit2Settlement.Failed(candidate, message),
            (transaction, succeeded) =>
                Permit2Settlement.Conclude(candidate, job.Request.Requirements, transaction, succeeded));
        broadcaster.Start(job, answers, call, numbers.Next(), context);
    }

    // What was altered and reverted is settled as it should be after all: an open job would give the facilitator away.
    private void OnReceipt(GetReceiptReply reply, IActorContext context)
    {
        SettlementJob? job = jobs.Current;
        SettleResponse? result = broadcaster.OnReceipt(reply, job);
        if (result is { Success: false } && job?.Honest is { } honest)
        {
            (job.Honest, job.Altered, job.Transaction) = (null, null, null);
            broadcaster.Start(job, broadcaster.Answers, honest.Call, numbers.Next(), context);
            return;
        }

        if (result is { Success: true } && job?.Rest.TryDequeue(out ContractCall? next) == true)
        {
            job.Transaction = null;
            broadcaster.Start(job, broadcaster.Answers, next, numbers.Next(), context);
            return;
        }

        FinishIf(result is { Success: true } && job?.Altered is { } moved ? result with { Amount = moved.ToString() } : result, context);
    }

    private void FinishIf(SettleResponse? result, IActorContext context)
    {
        if (result is not null)
        {
            Finish(result, context);
        }
    }

    private void Finish(SettleResponse result, IActorContext context)
    {
        SettlementJob job = jobs.Current!;
        if (!result.Success && IsFailureOnTheWay(result.ErrorReason) && job.Failures < settings.Retry)
        {
            (job.Failures, job.Transaction, job.Polls) = (job.Failures + 1, null, 0);
            job.NotBefore = context.Now + RetryPause;
            jobs.Return(job);
            context.StartTimer(RetryPause, new JobReleased());
            return;
        }

        jobs.Finish(job, result, context.Now);
        StartNext(context);
    }

    private static bool IsFailureOnTheWay(string? reason) =>
        reason is not null
        && (reason == PaymentError.UnexpectedSettleError.Name
            || reason == PaymentError.UnexpectedVerifyError.Name
            || reason.StartsWith(PaymentError.InvalidExactEvmTransactionFailed.Name, StringComparison.Ordinal));

    private static SettleResponse Failure(FacilitatorRequest request, PaymentError error) =>
        new(false, string.Empty, request.Requirements.Network, error.Name);

    private VerificationContext Now(IActorContext context) =>
        new((ulong)settings.Clock.At(context.Now), [address], SponsorsApprovals: false);

    private static void Reply(ActorRef client, ulong call, Verification verification, IActorContext context) =>
        context.Tell(client, new VerifyReply(call, JsonBody.Of(verification.ToResponse().ToJson())));

    private static bool TryAdmit(
        PaymentPayload payment,
        PaymentRequirements requirements,
        VerificationContext context,
        out Permit2Candidate? candidate,
        out Verification? refusal) => requirements.Scheme == X402Protocol.UptoScheme
            ? UptoVerification.TryAdmit(payment, requirements, context, out candidate, out refusal)
            : ExactPermit2Verification.TryAdmit(payment, requirements, context, out candidate, out refusal);
}
