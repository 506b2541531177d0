using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>What is known of the evidence of each request: under way, on chain, private, or given up.</summary>
/// <remarks>
/// A worker's own full node may have a block before the one whose record this is: its word then waits for that block.
/// An entry goes when its receipt takes it; of those that no receipt takes, the newest are kept.
/// </remarks>
internal sealed class EvidenceBook
{
    public const string Chain = "inference";

    private const int RememberedEnds = 65_536;
    private const int RememberedTransactions = 16_384;

    private readonly SortedDictionary<string, (RequestId Request, string Worker)> open = new(StringComparer.Ordinal);
    private readonly HashSet<RequestId> pending = [];
    private readonly List<TransactionExecuted> ofThisBlock = [];
    private readonly Dictionary<Hash32, Observation> early = [];
    private readonly Recent<Hash32, ReceiptTransaction> transactions = new(RememberedTransactions);
    private readonly Recent<RequestId, ReceiptEvidence> ends = new(RememberedEnds);

    /// <summary>A worker still has the request's hashes.</summary>
    public bool IsPending(RequestId request) => pending.Contains(request);

    /// <summary>How the request's hashes reached the chain; null when they did not.</summary>
    public ReceiptEvidence? Of(RequestId request) => ends.TryGet(request, out ReceiptEvidence? evidence) ? evidence : null;

    /// <summary>The requests whose evidence has ended with this observation, one way or another.</summary>
    public IReadOnlyList<RequestId> Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case EvidenceQueued said:
                open[said.Job] = (said.Request, said.Worker);
                pending.Add(said.Request);
                return [];
            case EvidenceWithheld said:
                ends.Add(said.Request, new PrivateEvidence());
                return [said.Request];
            case EvidenceFailed said: return End(said.Job);
            case EvidenceLost said: return Lose(said.Worker);
            case BatchEvidenceSettled said: return Settle(said, said.Transaction);
            case IndividualEvidenceSettled said: return Settle(said, said.Transaction);
            case TransactionExecuted { Chain: Chain, Raw: not null, Revert: null } said:
                ofThisBlock.Add(said);
                return [];
            case BlockProduced { Chain: Chain } said: return Seal(said);
            default: return [];
        }
    }

    private List<RequestId> Seal(BlockProduced block)
    {
        List<RequestId> ended = [];
        foreach (TransactionExecuted executed in ofThisBlock)
        {
            Hash32 hash = executed.Transaction;
            transactions.Add(
                hash, new ReceiptTransaction(executed.Raw!, hash, block.Height, block.Hash, block.UnixTime));
            if (early.Remove(hash, out Observation? said))
            {
                ended.AddRange(Settle(said, hash));
            }
        }

        ofThisBlock.Clear();
        return ended;
    }

    private List<RequestId> Settle(Observation said, Hash32 hash)
    {
        if (!transactions.TryGet(hash, out ReceiptTransaction? transaction))
        {
            early[hash] = said;
            return [];
        }

        return said switch
        {
            BatchEvidenceSettled batch => Settle(batch, transaction),
            IndividualEvidenceSettled individual => Settle(individual, transaction),
            _ => throw Invariant.Unreachable(said),
        };
    }

    private List<RequestId> Settle(BatchEvidenceSettled said, ReceiptTransaction transaction)
    {
        BatchTree tree = BatchTree.Build([.. said.Rows.Select(row => row.Row)]);
        BlobId blob = BlobId.Parse(said.BlobId);
        for (int row = 0; row < said.Rows.Count; row++)
        {
            ends.Add(
                said.Rows[row].Request,
                new BatchEvidence(said.Root, said.Rows.Count, tree.Proof(row), blob, said.Relay, transaction));
        }

        return [.. said.Rows.SelectMany(row => End(row.Job))];
    }

    private List<RequestId> Settle(IndividualEvidenceSettled said, ReceiptTransaction transaction)
    {
        BlobId blob = BlobId.Parse(said.BlobId);
        ends.Add(said.Row.Request, new IndividualEvidence(said.EthAddress, blob, said.Relay, transaction));
        return End(said.Row.Job);
    }

    private List<RequestId> Lose(string worker)
    {
        string[] lost = [.. open.Where(job => job.Value.Worker == worker).Select(job => job.Key)];
        return [.. lost.SelectMany(End)];
    }

    private List<RequestId> End(string job)
    {
        if (!open.Remove(job, out (RequestId Request, string Worker) ended))
        {
            return [];
        }

        pending.Remove(ended.Request);
        return [ended.Request];
    }
}
