using Simulator.Chain.Blocks;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Actors.FullNodes;

/// <summary>What blocks carried next to inference transactions, for callers that read it afterwards.</summary>
/// <remarks>Kept for a number of blocks, longer than any caller waits.</remarks>
internal sealed class InferenceReceipts
{
    private const long KeptBlocks = 2_048;

    private readonly SortedDictionary<Hash32, InferenceReceipt> receipts = [];
    private readonly Queue<InferenceReceipt> order = new();

    public void Add(long height, TransactionReceipt receipt, InferenceAttachment attachment)
    {
        InferenceReceipt kept = new(receipt.Transaction, height, receipt.Revert?.Name, attachment.Encode());
        receipts[receipt.Transaction] = kept;
        order.Enqueue(kept);
        while (order.Peek().Height + KeptBlocks < height)
        {
            receipts.Remove(order.Dequeue().Transaction);
        }
    }

    public InferenceReceipt? Find(Hash32 transaction) => receipts.GetValueOrDefault(transaction);
}

/// <summary>One inference transaction as its block has it.</summary>
internal sealed record InferenceReceipt(Hash32 Transaction, long Height, string? Revert, byte[] Attachment);
