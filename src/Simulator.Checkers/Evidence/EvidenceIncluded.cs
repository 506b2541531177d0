using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Checkers.Evidence;

/// <summary>Holds what settlement workers say against the answers that were given and the transactions on chain.</summary>
/// <remarks>
/// A worker's own full node may have a block before the one whose word this is: such a claim is judged with that block.
/// A job that a worker no longer counts as held must have ended by name: the workers' own counts are compared with what
/// is known to be open. Memory: open jobs, answers whose report may be on its way, and transactions of the inference
/// chain that a worker may still claim.
/// </remarks>
public sealed class EvidenceIncluded : Checker
{
    private const string Chain = "inference";
    private static readonly SimDuration ReportTime = SimDuration.FromMinutes(5);
    private static readonly SimDuration ClaimTime = SimDuration.FromMinutes(10);

    // A request that is tried elsewhere may be answered by several nodes, and each reports its own answer.
    private readonly Dictionary<RequestId, List<(Hash32 Input, Hash32 Output)>> answered = [];
    private readonly Queue<(RequestId Request, SimTime At)> answerOrder = new();
    private readonly Dictionary<string, OpenJob> open = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> held = new(StringComparer.Ordinal);
    private readonly Dictionary<Hash32, SettlementCallData> transactions = [];
    private readonly Queue<(Hash32 Transaction, SimTime At)> transactionOrder = new();
    private readonly SortedDictionary<Hash32, Claim> claims = [];
    private long head = -1;

    public override string Name => "evidence.included";

    public override string Rule =>
        "Evidence said to be on chain is there with the right root or row, once per job, and no job vanishes without a name.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case BlockProduced { Chain: Chain } said: head = said.Height; break;
            case InferenceCompleted said when head >= 0: OnAnswered(said, fact.At); break;
            case TransactionExecuted { Chain: Chain, Raw: not null } said: OnTransaction(said, fact.At); break;
            case EvidenceQueued said: OnQueued(said, fact.At); break;
            case EvidenceFailed said: OnFailed(said, fact.At); break;
            case EvidenceLost said: OnLost(said); break;
            case BatchEvidenceSettled said: OnSettled(said, fact.At); break;
            case IndividualEvidenceSettled said: OnSettled(said, fact.At); break;
            default: break;
        }
    }

    public override void Complete()
    {
        foreach (Claim claim in claims.Values)
        {
            Judge(
                claim.Height > head,
                SimTime.Start,
                claim.Subject,
                $"{claim.Transaction} is not in block {claim.Height}, where its worker saw it");
        }
    }

    private void OnAnswered(InferenceCompleted said, SimTime at)
    {
        if (!answered.TryGetValue(said.Request, out List<(Hash32 Input, Hash32 Output)>? answers))
        {
            answered[said.Request] = answers = [];
        }

        answers.Add((said.InputHash, said.OutputHash));
        answerOrder.Enqueue((said.Request, at));
        while (answerOrder.TryPeek(out (RequestId Request, SimTime At) oldest) && at - oldest.At > ReportTime)
        {
            answered.Remove(oldest.Request);
            answerOrder.Dequeue();
        }
    }

    private void OnTransaction(TransactionExecuted said, SimTime at)
    {
        if (SignedTransaction.TryDecode(said.Raw, out SignedTransaction? signed))
        {
            Eip1559Transaction content = signed.Transaction;
            transactions[said.Transaction] = new(content.To, content.Data, said.Height, said.Revert is null);
            transactionOrder.Enqueue((said.Transaction, at));
            if (claims.Remove(said.Transaction, out Claim? claim))
            {
                OnClaimed(claim, at);
            }
        }

        while (transactionOrder.TryPeek(out (Hash32 Transaction, SimTime At) oldest) && at - oldest.At > ClaimTime)
        {
            transactions.Remove(oldest.Transaction);
            transactionOrder.Dequeue();
        }
    }

    private void OnQueued(EvidenceQueued said, SimTime at)
    {
        bool isAnswered = answered.TryGetValue(said.Request, out List<(Hash32 Input, Hash32 Output)>? answers);
        Judge(isAnswered, at, said.Job, $"queued for {said.Request}, which was not answered");
        bool isNew = open.TryAdd(said.Job, new OpenJob(said.Worker, answers ?? []));
        Judge(isNew, at, said.Job, "queued a second time");
        held[said.Worker] = held.GetValueOrDefault(said.Worker) + 1;
        RequireHeld(said.Worker, said.Held, at);
    }

    private void OnFailed(EvidenceFailed said, SimTime at)
    {
        Close(said.Job, said.Worker, at);
        RequireHeld(said.Worker, said.Held, at);
    }

    private void OnLost(EvidenceLost said)
    {
        foreach (string job in open.Where(pair => pair.Value.Worker == said.Worker).Select(pair => pair.Key).ToList())
        {
            open.Remove(job);
        }

        held.Remove(said.Worker);
    }

    private void OnSettled(BatchEvidenceSettled said, SimTime at)
    {
        string subject = $"batch {said.Root}";
        Hash32 root = said.Rows.Count == 0 ? Hash32.Zero : BatchRoot.Of([.. said.Rows.Select(row => row.Row)]);
        Judge(root == said.Root, at, subject, $"its rows have the root {root}");
        Hash32[] arguments = [root, AsWord((ulong)said.Rows.Count)];
        OnClaimed(new Claim(subject, said.Transaction, said.Height, said.Relay, IsBatch: true, arguments), at);
        foreach (EvidenceRow row in said.Rows)
        {
            OnRow(row, said.Worker, at);
        }

        RequireHeld(said.Worker, said.Held, at);
    }

    private void OnSettled(IndividualEvidenceSettled said, SimTime at)
    {
        SettlementRow row = said.Row.Row;
        Hash32[] arguments = [row.TeeId, row.InputHash, row.OutputHash];
        OnClaimed(new Claim(said.Row.Job, said.Transaction, said.Height, said.Relay, IsBatch: false, arguments), at);
        OnRow(said.Row, said.Worker, at);
        RequireHeld(said.Worker, said.Held, at);
    }

    private void OnClaimed(Claim claim, SimTime at)
    {
        if (!transactions.Remove(claim.Transaction, out SettlementCallData? call))
        {
            bool isComing = claim.Height > head && claims.TryAdd(claim.Transaction, claim);
            Judge(isComing, at, claim.Subject, $"{claim.Transaction} is not on the chain, or settled something before");
            return;
        }

        Judge(
            call.Succeeded && call.Height == claim.Height && call.To == claim.Relay,
            at,
            claim.Subject,
            $"{claim.Transaction} did not succeed at height {claim.Height} at the relay {claim.Relay}");
        bool isSame = claim.IsBatch == call.IsBatch && claim.IsBatch != call.IsIndividual
            && claim.Arguments.Index().All(argument => call.Word(argument.Index) == argument.Item);
        Judge(isSame, at, claim.Subject, $"{claim.Transaction} settles something else than the worker says");
    }

    private void OnRow(EvidenceRow said, string worker, SimTime at)
    {
        OpenJob? job = Close(said.Job, worker, at);
        Judge(
            job is null || job.Answers.Contains((said.Row.InputHash, said.Row.OutputHash)),
            at,
            said.Job,
            $"settled hashes that are not those of the answer to {said.Request}");
    }

    private OpenJob? Close(string job, string worker, SimTime at)
    {
        bool wasOpen = open.Remove(job, out OpenJob? closed);
        Judge(wasOpen, at, job, "ended, but it was not open: never queued, or ended before");
        Judge(closed is null || closed.Worker == worker, at, job, $"ended by {worker}, whose job it was not");
        if (closed is not null)
        {
            held[closed.Worker] = held.GetValueOrDefault(closed.Worker) - 1;
        }

        return closed;
    }

    private void RequireHeld(string worker, int said, SimTime at) => Judge(
        held.GetValueOrDefault(worker) == said,
        at,
        worker,
        $"holds {said} jobs, but {held.GetValueOrDefault(worker)} were queued and have not ended");

    private static Hash32 AsWord(ulong number)
    {
        byte[] word = new byte[Hash32.Length];
        ((UInt256)number).WriteBigEndian(word);
        return new Hash32(word);
    }

    private sealed record OpenJob(string Worker, IReadOnlyList<(Hash32 Input, Hash32 Output)> Answers);

    private sealed record Claim(
        string Subject, Hash32 Transaction, long Height, Address Relay, bool IsBatch, Hash32[] Arguments);
}
