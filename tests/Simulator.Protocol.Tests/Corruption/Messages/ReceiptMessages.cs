using System.Text;

using Simulator.Protocol.Receipts;
using Simulator.Protocol.Tests.Receipts;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>Whole receipts; the refusal is the reader's, or the first broken link's.</summary>
internal static class ReceiptMessages
{
    private const string Bare = "Without an attestation document, which is a message of its own.";

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        Of("receipt, upto and batch", WithoutDocument(ReceiptSample.Batch)) with { Note = Bare },
        Of("receipt, exact and individual", WithoutDocument(ReceiptSample.Individual)) with { Note = Bare },
        Of("receipt, channel and batch", WithoutDocument(ReceiptSample.Channel)) with { Note = Bare },
        Attestation(),
    ];

    private static Receipt WithoutDocument(Receipt receipt) =>
        receipt with { Node = receipt.Node with { Attestation = null } };

    private static MessageType Of(string name, Receipt sample) => Judging.Json(
        name,
        sample,
        receipt => Encoding.UTF8.GetString(receipt.ToJson()),
        bytes => Receipt.Read(bytes),
        receipt => ReceiptVerifier.FirstBroken(ReceiptVerifier.Check(receipt))?.Reason.ToString()) with
    {
        Values = CorruptedValues.EightBitFlips,
    };

    private static MessageType Attestation()
    {
        Receipt sample = ReceiptSample.Bare with { Node = ReceiptSample.Batch.Node };
        MessageType message = Of("receipt, its attestation", sample);
        string json = Encoding.UTF8.GetString(message.Sample);
        string document = Convert.ToBase64String(sample.Node.Attestation!.Document);
        int from = json.IndexOf("\"attestation\"", StringComparison.Ordinal);
        int to = json.IndexOf("\"answer\"", StringComparison.Ordinal);
        int skipped = json.IndexOf(document, StringComparison.Ordinal);
        return message with
        {
            Positions =
                [.. Enumerable.Range(from, to - from).Where(at => at < skipped || at >= skipped + document.Length)],
            Note = "What stands around the document in the receipt's attestation.",
        };
    }
}
