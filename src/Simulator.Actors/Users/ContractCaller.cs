using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Chain.Execution;
using Simulator.Chain.Pipe;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Users;

/// <summary>Asks on the chain: each question is a transaction to the hub contract, each answer a receipt.</summary>
/// <remarks>
/// Transactions are signed in order and not waited for: several may be in flight, with one nonce each. The gas price is
/// zero, as on the network. Receipts are polled for as the network's client library does. Sends:
/// <see cref="SendRawTransaction"/>, <see cref="GetInferenceResult"/>.
/// </remarks>
public sealed class ContractCaller(ContractCallerSettings settings) : IActor
{
    /// <summary>The block carried a result that the caller cannot read.</summary>
    public const string UnreadableResult = "unreadable result";

    /// <summary>The result is not signed over this request by a node the caller knows.</summary>
    public const string InvalidSignature = "SignatureInvalid";

    /// <summary>The gas limit is three times what the call needs (protocol facts §7.6).</summary>
    private const ulong GasFactor = 3;

    /// <summary>How often web3's <c>wait_for_transaction_receipt</c> asks.</summary>
    private static readonly SimDuration PollPeriod = SimDuration.FromMilliseconds(100);

    private readonly SortedDictionary<int, OpenCall> open = [];
    private int asked;
    private ulong nonce;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case ArrivalDue message: OnArrivalDue(message, context); break;
            case AskSigned message: OnAskSigned(message, context); break;
            case SendRawTransactionReply message: OnBroadcast(message, context); break;
            case ResultPollDue message: OnPollDue(message, context); break;
            case GetInferenceResultReply message: OnResult(message, context); break;
            case AnswerChecked message: OnAnswerChecked(message, context); break;
            case PatienceEnded message: Finish(message.Attempt, RequestFate.TimedOut, null, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        context.Observe(new PartyDeclared(
            Secp256k1.AddressOf(settings.Key), context.Name, settings.Group, PartyRole.User));
        ScheduleArrival(1, context);
    }

    // Timers and jobs died with the host: open requests are given up, whatever becomes of their transactions.
    private void OnRestarted(IActorContext context)
    {
        foreach (int attempt in open.Keys.ToList())
        {
            Finish(attempt, RequestFate.TimedOut, null, context);
        }

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
        int attempt = arrival.Attempt;
        asked = attempt;
        ScheduleArrival(attempt + 1, context);
        RunModelCall call = Compose(attempt, context);
        Eip1559Transaction transaction = Wrap(call, nonce++);
        open.Add(attempt, new OpenCall(transaction.Data)
        {
            Patience = context.StartTimer(settings.Patience, new PatienceEnded(attempt)),
        });
        context.Observe(new RequestIssued(
            IdOf(attempt, context), settings.Group, settings.FullNodeName, settings.Questions.Model));
        PrivateKey key = settings.Key;
        context.StartJob(
            null,
            () => transaction.Sign(key).Encode(),
            settings.SigningTime,
            raw => new AskSigned(attempt, raw, Keccak256.Hash(raw)));
    }

    private RunModelCall Compose(int attempt, IActorContext context)
    {
        byte[] question = settings.Questions.Compose(context.Random, Draws.Question, attempt);
        Invariant.That(MlInferenceRequest.TryRead(question, out MlInferenceRequest? request, out _));
        return new RunModelCall(InferenceHub.DefaultAddress, settings.ModelId, settings.Mode, request.Inputs);
    }

    private Eip1559Transaction Wrap(RunModelCall call, ulong number)
    {
        byte[] data = call.Encode();
        ulong gas = GasFactor * (GasTable.Intrinsic(data) + GasTable.Execution(call));
        return new Eip1559Transaction(
            settings.ChainId, number, UInt256.Zero, UInt256.Zero, gas, call.Target, UInt256.Zero, data, []);
    }

    private void OnAskSigned(AskSigned signed, IActorContext context)
    {
        if (open.TryGetValue(signed.Attempt, out OpenCall? call))
        {
            call.Transaction = signed.Transaction;
        }

        // Sent even when nobody waits any more: a missing nonce would hold back everything after it.
        context.Tell(settings.FullNode, new SendRawTransaction((ulong)signed.Attempt, signed.Raw));
    }

    private void OnBroadcast(SendRawTransactionReply reply, IActorContext context)
    {
        if (Find(reply.Call) is not ({ } attempt, _))
        {
            return;
        }

        if (reply.Refusal is not null)
        {
            Finish(attempt, RequestFate.Refused, reply.Refusal, context);
            return;
        }

        context.StartTimer(PollPeriod, new ResultPollDue(attempt));
    }

    private void OnPollDue(ResultPollDue due, IActorContext context)
    {
        if (open.TryGetValue(due.Attempt, out OpenCall? call) && call is { Transaction: { } transaction, IsAnswered: false })
        {
            context.Tell(settings.FullNode, new GetInferenceResult((ulong)due.Attempt, transaction));
            context.StartTimer(PollPeriod, due);
        }
    }

    private void OnResult(GetInferenceResultReply reply, IActorContext context)
    {
        if (!reply.Mined || Find(reply.Call) is not ({ } attempt, { IsAnswered: false, Transaction: not null } call))
        {
            return;
        }

        call.IsAnswered = true;
        if (reply.Revert is not null)
        {
            Finish(attempt, RequestFate.Refused, reply.Revert, context);
            return;
        }

        if (InferenceAttachment.Read(reply.Attachment)?.Result is not { } result)
        {
            Finish(attempt, RequestFate.Rejected, UnreadableResult, context);
            return;
        }

        Check(attempt, call, result, context);
    }

    private void Check(int attempt, OpenCall call, PreExecution result, IActorContext context)
    {
        context.Observe(new AnswerReceived(
            IdOf(attempt, context),
            result.TeeId,
            PreExecution.InputHashOf(PreExecution.RequestIdOf(call.Transaction!.Value), call.CallData),
            result.OutputHash,
            (long)result.Timestamp,
            result.Signature,
            OpgAmount.Zero));
        Func<string?> verdict = settings.ChecksAnswers ? () => Reject(call, result) : static () => null;
        context.StartJob(null, verdict, settings.CheckingTime, rejection => new AnswerChecked(attempt, rejection));
    }

    private string? Reject(OpenCall call, PreExecution result)
    {
        KnownNode? node = settings.Nodes.FirstOrDefault(known => known.TeeId == result.TeeId);
        bool isOwn = result.Request == PreExecution.RequestIdOf(call.Transaction!.Value);
        return isOwn && node is not null && result.IsSignedBy(node.SigningKey, call.CallData) ? null : InvalidSignature;
    }

    private void OnAnswerChecked(AnswerChecked check, IActorContext context)
    {
        RequestFate fate = check.Rejection is null ? RequestFate.Accepted : RequestFate.Rejected;
        Finish(check.Attempt, fate, check.Rejection, context);
    }

    private void Finish(int attempt, RequestFate fate, string? reason, IActorContext context)
    {
        if (open.Remove(attempt, out OpenCall? call))
        {
            context.CancelTimer(call.Patience);
            context.Observe(new RequestFinished(IdOf(attempt, context), fate, reason));
            if (fate != RequestFate.Accepted)
            {
                context.Observe(new AccessRefused(
                    IdOf(attempt, context), settings.Group, settings.FullNodeName, reason ?? AccessRefused.NoAnswer));
            }
        }
    }

    private (int? Attempt, OpenCall? Call) Find(ulong number) =>
        number <= int.MaxValue && open.TryGetValue((int)number, out OpenCall? call) ? ((int)number, call) : (null, null);

    private static RequestId IdOf(int attempt, IActorContext context) => new(context.Name, attempt);
}
