using System.Security.Cryptography;
using System.Text;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Records;

namespace Simulator.Checkers.Pipe;

/// <summary>On-chain inference is one with its transaction: the block has both, and the result answers that request.</summary>
/// <remarks>Hashes and signatures are computed again from the transaction's own bytes, with the platform's RSA-PSS.</remarks>
public sealed class InferenceAtomic : Checker, IDisposable
{
    /// <summary>Reverts by which a node's signed refusal reaches the sender.</summary>
    private const string Refused = "InferenceRefused";

    /// <summary>Blocks for which a result is remembered, to see it applied twice.</summary>
    private const long RememberedBlocks = 4_096;

    private readonly Dictionary<Hash32, RSA> nodes = [];
    private readonly SortedDictionary<string, BlockInProgress> blocks = new(StringComparer.Ordinal);
    private readonly SortedSet<Hash32> applied = [];
    private readonly Queue<(long Height, Hash32 Transaction)> order = new();
    private SimTime last;

    public override string Name => "inference.atomic";

    public override string Rule =>
        "Every on-chain inference that ran has exactly one result in its block, made and signed for that very request.";

    public override void Observe(in ObservedFact fact)
    {
        last = fact.At;
        switch (fact.What)
        {
            case NodeDeclared node: Declare(node); break;
            case InferenceIncluded result: BlockOf(result.Chain).Results.Add(result); break;
            case TransactionExecuted { Raw: not null } transaction: BlockOf(transaction.Chain).Executed.Add(transaction); break;
            case BlockProduced block: OnBlock(block, fact.At); break;
        }
    }

    public override void Complete()
    {
        foreach (BlockInProgress block in blocks.Values)
        {
            foreach (InferenceIncluded result in block.Results)
            {
                Judge(false, last, result.Transaction.ToString(), "a result that no block holds");
            }
        }
    }

    public void Dispose()
    {
        foreach (RSA key in nodes.Values)
        {
            key.Dispose();
        }

        nodes.Clear();
    }

    private void Declare(NodeDeclared node)
    {
        RSA key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(node.SigningKey, out _);
        nodes[node.TeeId] = key;
    }

    private BlockInProgress BlockOf(string chain)
    {
        if (!blocks.TryGetValue(chain, out BlockInProgress? block))
        {
            blocks[chain] = block = new BlockInProgress();
        }

        return block;
    }

    private void OnBlock(BlockProduced produced, SimTime at)
    {
        if (!blocks.Remove(produced.Chain, out BlockInProgress? block))
        {
            return;
        }

        SortedSet<Hash32> asked = [];
        foreach (TransactionExecuted transaction in block.Executed)
        {
            if (CallIn(transaction) is { } call)
            {
                asked.Add(transaction.Transaction);
                InferenceIncluded[] results =
                    [.. block.Results.Where(result => result.Transaction == transaction.Transaction)];
                OnCall(transaction, call.Mode, call.Data, results, at);
            }
        }

        foreach (InferenceIncluded result in block.Results)
        {
            Judge(asked.Contains(result.Transaction), at, result.Transaction.ToString(), "a result without its transaction");
            Judge(applied.Add(result.Transaction), at, result.Transaction.ToString(), "a result applied a second time");
            order.Enqueue((produced.Height, result.Transaction));
        }

        while (order.TryPeek(out (long Height, Hash32 Transaction) oldest) && oldest.Height + RememberedBlocks < produced.Height)
        {
            applied.Remove(oldest.Transaction);
            order.Dequeue();
        }
    }

    private void OnCall(
        TransactionExecuted transaction, InferenceMode mode, byte[] data, InferenceIncluded[] results, SimTime at)
    {
        string subject = transaction.Transaction.ToString();
        bool ran = transaction.Revert is null or Refused;
        Judge(
            ran ? results.Length == 1 : results.Length <= 1,
            at,
            subject,
            $"{results.Length} results, outcome {transaction.Revert ?? "success"}");
        if (!ran || results.Length != 1)
        {
            return;
        }

        InferenceIncluded result = results[0];
        Hash32 request = Keccak256.Hash(transaction.Transaction.ToArray());
        Judge(result.Request == request, at, subject, $"ran with the result of request {result.Request}, not of its own {request}");
        Judge((result.Refusal.Length > 0) == (transaction.Revert == Refused), at, subject, "outcome and result disagree");
        Judge(
            mode == InferenceMode.Vanilla || IsSigned(result, request, data),
            at,
            subject,
            $"its result is not signed by {result.TeeId} over this request and this output");
    }

    // Call data that is no call of run reverts without any result, and is not an inference.
    private static (InferenceMode Mode, byte[] Data)? CallIn(TransactionExecuted transaction) =>
        SignedTransaction.TryDecode(transaction.Raw, out SignedTransaction? signed)
        && signed.Transaction.To == Deployments.InferenceHub
        && RunModelCall.Read(Deployments.InferenceHub, signed.Transaction.Data) is { } call
            ? (call.Mode, signed.Transaction.Data)
            : null;

    private bool IsSigned(InferenceIncluded result, Hash32 request, byte[] data)
    {
        if (!nodes.TryGetValue(result.TeeId, out RSA? key))
        {
            return false;
        }

        byte[] said = result.Refusal.Length > 0 ? Encoding.UTF8.GetBytes(result.Refusal) : result.Output;
        Span<byte> message = stackalloc byte[3 * Hash32.Length];
        Keccak256.Hash([.. request.ToArray(), .. data]).CopyTo(message);
        Keccak256.Hash(said).CopyTo(message[32..]);
        ((UInt256)(ulong)result.Timestamp).WriteBigEndian(message[64..]);
        byte[] digest = SHA256.HashData(Keccak256.Hash(message).ToArray());
        return key.VerifyHash(digest, result.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }

    private sealed class BlockInProgress
    {
        public List<TransactionExecuted> Executed { get; } = [];

        public List<InferenceIncluded> Results { get; } = [];
    }
}
