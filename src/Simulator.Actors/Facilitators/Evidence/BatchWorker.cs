using Simulator.Actors.Rpc;
using Simulator.Actors.Storage.Http;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>Collects jobs in memory and settles them as Merkle batches, one batch at a time.</summary>
/// <remarks>
/// Tree, then upload, then transaction, then receipt; after any failure the whole batch waits again. What to do when is
/// <see cref="BatchBuffer{TItem}"/>'s business. The buffer is memory: a crash loses it (protocol-facts §6.5).
/// </remarks>
internal sealed class BatchWorker(EvidenceDeskSettings settings, CallNumbers numbers)
{
    private readonly string name = settings.Facilitator + "/batch";
    private readonly RelayAccount account = new(settings, settings.BatchKey);
    private readonly BatchBuffer<EvidenceItem> buffer = new(settings.Limits);
    private BatchFlight? flight;
    private TimerId flushTimer;

    public Address Address => account.Address;

    private int Held => buffer.Count + (flight?.Items.Count ?? 0);

    public void Add(EvidenceItem item, IActorContext context)
    {
        BatchFlush<EvidenceItem>? full = buffer.Add(item, context.Now);
        Begin(full, context);
        context.Observe(new EvidenceQueued(item.Job, item.Request, name, SettlementType.Batch, Held));
        Arm(context);
    }

    public void OnFlushDue(IActorContext context)
    {
        Begin(buffer.OnTimer(context.Now), context);
        Arm(context);
    }

    public void OnTreeBuilt(TreeBuilt built, IActorContext context)
    {
        if (!Awaits(built.Step))
        {
            return;
        }

        if (built.Refusal is not null)
        {
            Fail(built.Refusal, context);
            return;
        }

        flight!.Step = numbers.Next();
        flight.Timeout = account.Upload(flight.Step, flight.Tree!.DumpJson(), context);
    }

    public void OnPutBlobReply(PutBlobReply reply, IActorContext context)
    {
        if (!Awaits(reply.Call))
        {
            return;
        }

        context.CancelTimer(flight!.Timeout);
        if (!BlobId.TryParse(reply.BlobId, out BlobId blob, out _))
        {
            Fail(reply.Error ?? EvidenceFailures.UploadRefused, context);
            return;
        }

        flight.Blob = blob;
        flight.Step = numbers.Next();
        flight.Timeout = account.AskNonce(flight.Step, context);
    }

    public void OnTransactionCount(GetTransactionCountReply reply, IActorContext context)
    {
        if (Awaits(reply.Call))
        {
            context.CancelTimer(flight!.Timeout);
            flight.Step = numbers.Next();
            BatchSettleCall call = BatchSettleCall.Of(
                settings.Relay, flight.Tree!.Root, flight.Items.Count, flight.Blob!.Value);
            account.Sign(flight.Step, call, reply.Pending, context);
        }
    }

    public void OnSigned(EvidenceSigned signed, IActorContext context)
    {
        if (Awaits(signed.Step))
        {
            flight!.Transaction = signed.Transaction;
            account.Broadcast(signed.Step, signed.Raw, context);
        }
    }

    public void OnBroadcast(SendRawTransactionReply reply, IActorContext context)
    {
        if (Awaits(reply.Call) && reply.Refusal is not null)
        {
            Fail(reply.Refusal, context);
        }
    }

    public void OnReceiptDue(EvidenceReceiptDue due, IActorContext context)
    {
        if (!Awaits(due.Step))
        {
            return;
        }

        if (++flight!.Polls > RelayAccount.MostPolls)
        {
            Fail(EvidenceFailures.ReceiptTimedOut, context);
            return;
        }

        account.Poll(due.Step, flight.Transaction!.Value, context);
    }

    public void OnReceipt(GetReceiptReply reply, IActorContext context)
    {
        if (!Awaits(reply.Call) || !reply.Mined)
        {
            return;
        }

        if (reply.Revert is not null)
        {
            Fail(reply.Revert, context);
            return;
        }

        Succeed(reply.Height, context);
    }

    public void OnCallTimedOut(EvidenceCallTimedOut due, IActorContext context)
    {
        if (Awaits(due.Step))
        {
            Fail(flight!.Blob is null ? EvidenceFailures.UploadTimedOut : EvidenceFailures.RpcTimedOut, context);
        }
    }

    public void OnRestarted(IActorContext context)
    {
        buffer.Crash();
        flight = null;
        context.Observe(new EvidenceLost(name));
    }

    private bool Awaits(ulong step) => flight is not null && flight.Step == step;

    private void Begin(BatchFlush<EvidenceItem>? flush, IActorContext context)
    {
        if (flush is null)
        {
            return;
        }

        BatchFlight begun = new(flush.Items) { Step = numbers.Next() };
        flight = begun;
        ulong step = begun.Step;
        context.StartJob(
            null,
            () => Build(begun.Items),
            settings.BuildingTime,
            built =>
            {
                begun.Tree = built.Tree;
                return new TreeBuilt(step, built.Tree?.Root, built.Refusal);
            });
    }

    // The text forms are looked at only here: one malformed row fails every batch that it is part of.
    private static (BatchTree? Tree, string? Refusal) Build(IReadOnlyList<EvidenceItem> items)
    {
        List<SettlementRow> rows = [];
        foreach (EvidenceItem item in items)
        {
            if (!item.Data.TryRow(out SettlementRow? row, out SettlementDataRefusal? refusal))
            {
                return (null, refusal.Message);
            }

            rows.Add(row);
        }

        return (BatchTree.Build(rows), null);
    }

    private void Succeed(long height, IActorContext context)
    {
        BatchFlight done = flight!;
        flight = null;
        buffer.Succeeded();
        IEnumerable<EvidenceRow> rows = done.Items.Zip(done.Tree!.Rows, (item, row) => item.With(row));
        context.Observe(new BatchEvidenceSettled(
            name,
            done.Tree.Root,
            [.. rows],
            done.Blob!.Value.ToString(),
            settings.Relay,
            done.Transaction!.Value,
            height,
            Held));
        Arm(context);
    }

    private void Fail(string reason, IActorContext context)
    {
        BatchFlight failed = flight!;
        flight = null;
        buffer.Failed(context.Now);
        context.Observe(new EvidenceBatchReturned(name, reason, failed.Items.Count, failed.Transaction));
        Arm(context);
    }

    private void Arm(IActorContext context)
    {
        context.CancelTimer(flushTimer);
        if (buffer.NextDue is { } due)
        {
            SimDuration wait = due > context.Now ? due - context.Now : SimDuration.Zero;
            flushTimer = context.StartTimer(wait, new FlushDue());
        }
    }
}
