using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Folds observations into one record per job of evidence settlement.</summary>
/// <remarks>
/// A worker's own full node may have a block before the one whose record this is: such jobs end with that block.
/// Remembers open jobs, the newest blocks and transactions of the inference chain, and answers for as long as their
/// report may be on its way; nothing at all in a world without that chain.
/// </remarks>
internal sealed class EvidenceFold(Action<EvidenceRecord> ended)
{
    public const string Chain = "inference";

    /// <summary>More than the blocks for which a worker waits for a receipt.</summary>
    private const int RememberedBlocks = 1_024;

    private const int RememberedTransactions = 16_384;

    private static readonly SimDuration ReportTime = SimDuration.FromMinutes(5);

    private readonly Dictionary<string, EvidenceRecord> open = new(StringComparer.Ordinal);
    private readonly Recent<long, SimTime> blocks = new(RememberedBlocks);
    private readonly Recent<Hash32, long> gas = new(RememberedTransactions);
    private readonly Dictionary<RequestId, SimTime> answered = [];
    private readonly Queue<(RequestId Request, SimTime At)> order = new();
    private readonly List<EvidenceRecord> awaitingBlock = [];
    private bool hasChain;

    /// <summary>Jobs that have not ended, in the order of their ids.</summary>
    public IEnumerable<EvidenceRecord> Open => open.Values.OrderBy(record => record.Job, StringComparer.Ordinal);

    public int OpenCount => open.Count;

    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case BlockProduced { Chain: Chain } said:
                hasChain = true;
                blocks.Add(said.Height, fact.At);
                Conclude(said.Height);
                break;
            case TransactionExecuted { Chain: Chain } said: gas.Add(said.Transaction, said.GasUsed); break;
            case InferenceCompleted said when hasChain: Answer(said.Request, fact.At); break;
            case EvidenceQueued said: Queue(said, fact.At); break;
            case EvidenceFailed said: End(said.Job, EvidenceFate.Failed, said.Reason, fact.At); break;
            case EvidenceLost said: Lose(said.Worker, fact.At); break;
            case BatchEvidenceSettled said: Settle(said, fact.At); break;
            case IndividualEvidenceSettled said: Settle(said, fact.At); break;
            default: break;
        }
    }

    /// <summary>The run is over: what was settled in blocks that nobody announced any more has ended too.</summary>
    public void Complete() => Conclude(long.MaxValue);

    private void Answer(RequestId request, SimTime at)
    {
        answered[request] = at;
        order.Enqueue((request, at));
        while (order.TryPeek(out (RequestId Request, SimTime At) oldest) && at - oldest.At > ReportTime)
        {
            answered.Remove(oldest.Request);
            order.Dequeue();
        }
    }

    private void Queue(EvidenceQueued said, SimTime at) => open[said.Job] = new EvidenceRecord(said.Job, said.Request)
    {
        Worker = said.Worker,
        Type = said.Type,
        AnsweredAt = answered.TryGetValue(said.Request, out SimTime answeredAt) ? answeredAt : null,
        QueuedAt = at,
    };

    private void Settle(BatchEvidenceSettled said, SimTime at)
    {
        for (int row = 0; row < said.Rows.Count; row++)
        {
            if (open.TryGetValue(said.Rows[row].Job, out EvidenceRecord? record))
            {
                (record.Root, record.Row) = (said.Root, row);
                Settle(record, said.Transaction, said.Height, said.BlobId, said.Rows.Count, at);
            }
        }
    }

    private void Settle(IndividualEvidenceSettled said, SimTime at)
    {
        if (open.TryGetValue(said.Row.Job, out EvidenceRecord? record))
        {
            Settle(record, said.Transaction, said.Height, said.BlobId, 1, at);
        }
    }

    private void Settle(EvidenceRecord record, Hash32 transaction, long height, string blob, int answers, SimTime at)
    {
        (record.Transaction, record.Height, record.BlobId, record.Answers) = (transaction, height, blob, answers);
        (record.Fate, record.EndedAt) = (EvidenceFate.Settled, at);
        open.Remove(record.Job);
        awaitingBlock.Add(record);
        if (blocks.TryGet(height, out _))
        {
            Conclude(height);
        }
    }

    private void Conclude(long height)
    {
        foreach (EvidenceRecord record in awaitingBlock.Where(record => record.Height <= height).ToList())
        {
            awaitingBlock.Remove(record);
            record.BlockAt = blocks.TryGet(record.Height!.Value, out SimTime blockAt) ? blockAt : null;
            record.Gas = gas.TryGet(record.Transaction!.Value, out long used) ? used : null;
            ended(record);
        }
    }

    private void Lose(string worker, SimTime at)
    {
        foreach (EvidenceRecord record in Open.Where(record => record.Worker == worker).ToList())
        {
            End(record.Job, EvidenceFate.Lost, null, at);
        }
    }

    private void End(string job, EvidenceFate fate, string? reason, SimTime at)
    {
        if (open.Remove(job, out EvidenceRecord? record))
        {
            (record.Fate, record.Reason, record.EndedAt) = (fate, reason, at);
            ended(record);
        }
    }
}
