using Simulator.Actors.Rpc;
using Simulator.Actors.Storage.Http;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>Brings queued individual settlements on chain, one at a time, in the order of their nonces.</summary>
/// <remarks>
/// A job whose nonce is not the chain's next one is skipped (behind) or fails (ahead). A job that fails before its
/// broadcast leaves its nonce unused, and every later one then fails too: the service tries each job once
/// (protocol-facts §6.2, §6.7). The queue outlives a crash that keeps state; the job in hand does not.
/// </remarks>
internal sealed class IndividualWorker(EvidenceDeskSettings settings, RelayAccount account, CallNumbers numbers)
{
    private readonly string name = settings.Facilitator + "/individual";
    private readonly Queue<IndividualJob> waiting = new();
    private IndividualJob? current;
    private ulong step;
    private TimerId timeout;

    private int Held => waiting.Count + (current is null ? 0 : 1);

    public void Add(IndividualJob job, IActorContext context)
    {
        waiting.Enqueue(job);
        context.Observe(
            new EvidenceQueued(job.Item.Job, job.Item.Request, name, SettlementType.Individual, Held));
        StartNext(context);
    }

    public void OnTransactionCount(GetTransactionCountReply reply, IActorContext context)
    {
        if (!Awaits(reply.Call))
        {
            return;
        }

        context.CancelTimer(timeout);
        switch (IndividualQueue.Turn(current!.Nonce, (long)reply.Pending))
        {
            case IndividualTurn.Skipped: End(EvidenceFailures.NonceUsed, context); break;
            case IndividualTurn.Gap: Fail(EvidenceFailures.NonceGap, context); break;
            case IndividualTurn.Upload: Upload(context); break;
            default: throw Invariant.Unreachable(reply.Pending);
        }
    }

    public void OnPutBlobReply(PutBlobReply reply, IActorContext context)
    {
        if (!Awaits(reply.Call))
        {
            return;
        }

        context.CancelTimer(timeout);
        if (reply.BlobId == current!.Blob.ToString())
        {
            Broadcast(context);
            return;
        }

        string unnamed = reply.BlobId is null ? EvidenceFailures.UploadRefused : EvidenceFailures.BlobIdMismatch;
        OnUploadFailed(reply.Error ?? unnamed, context);
    }

    public void OnUploadRetryDue(UploadRetryDue due, IActorContext context)
    {
        if (Awaits(due.Step))
        {
            Upload(context);
        }
    }

    // Whatever the broadcast was answered, the service only warns: the transaction may be known already.
    public void OnBroadcast(SendRawTransactionReply reply, IActorContext context)
    {
        if (Awaits(reply.Call) && reply.Refusal is not null and not "already known")
        {
            End(reply.Refusal, context);
        }
    }

    public void OnReceiptDue(EvidenceReceiptDue due, IActorContext context)
    {
        if (!Awaits(due.Step))
        {
            return;
        }

        if (++current!.Polls > RelayAccount.MostPolls)
        {
            End(EvidenceFailures.ReceiptTimedOut, context);
            return;
        }

        account.Poll(step, current.Transaction, context);
    }

    public void OnReceipt(GetReceiptReply reply, IActorContext context)
    {
        if (!Awaits(reply.Call) || !reply.Mined)
        {
            return;
        }

        if (reply.Revert is not null)
        {
            End(reply.Revert, context);
            return;
        }

        IndividualJob done = current!;
        current = null;
        context.Observe(new IndividualEvidenceSettled(
            name,
            done.Item.With(done.Row),
            done.Item.Data.Individual!.EthAddress,
            done.Blob.ToString(),
            settings.Relay,
            done.Transaction,
            reply.Height,
            Held));
        StartNext(context);
    }

    public void OnCallTimedOut(EvidenceCallTimedOut due, IActorContext context)
    {
        if (!Awaits(due.Step))
        {
            return;
        }

        if (current!.Uploads > 0)
        {
            OnUploadFailed(EvidenceFailures.UploadTimedOut, context);
            return;
        }

        Fail(EvidenceFailures.RpcTimedOut, context);
    }

    public void OnRestarted(RestartState state, IActorContext context)
    {
        if (state == RestartState.Lost)
        {
            context.Observe(new EvidenceLost(name));
        }
        else if (current is not null)
        {
            Fail(EvidenceFailures.WorkerCrashed, context);
        }
    }

    private bool Awaits(ulong answered) => current is not null && step == answered;

    private void StartNext(IActorContext context)
    {
        if (current is null && waiting.TryDequeue(out current))
        {
            TakeTurn(context);
        }
    }

    private void TakeTurn(IActorContext context)
    {
        current!.Uploads = 0;
        step = numbers.Next();
        timeout = account.AskNonce(step, context);
    }

    private void Upload(IActorContext context)
    {
        current!.Uploads++;
        step = numbers.Next();
        timeout = account.Upload(step, IndividualBlob.Json(current.Item.Data), context);
    }

    private void OnUploadFailed(string reason, IActorContext context)
    {
        if (current!.Uploads >= IndividualQueue.UploadAttempts)
        {
            Fail(reason, context);
            return;
        }

        step = numbers.Next();
        context.StartTimer(IndividualQueue.UploadDelay, new UploadRetryDue(step));
    }

    private void Broadcast(IActorContext context)
    {
        step = numbers.Next();
        account.Broadcast(step, current!.Raw, context);
    }

    // A job that is run again keeps its place, or a later nonce would come first.
    private void Fail(string reason, IActorContext context)
    {
        if (current!.Reruns >= settings.Retries)
        {
            End(reason, context);
            return;
        }

        current.Reruns++;
        TakeTurn(context);
    }

    private void End(string reason, IActorContext context)
    {
        EvidenceItem ended = current!.Item;
        current = null;
        context.Observe(new EvidenceFailed(ended.Job, ended.Request, name, reason, Held));
        StartNext(context);
    }
}
