using System.Text;

using Simulator.Protocol.Attestation;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.Tests.Receipts;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>Whole receipts; the refusal is the reader's, or the first broken link's.</summary>
internal static class ReceiptMessages
{
    private const string Bare = "Without an attestation document, which is a message of its own.";

    private static readonly AttestationMemory Attestations = new();

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        Of("receipt, upto and batch", WithoutDocument(ReceiptSample.Batch)) with { Note = Bare },
        Part("receipt, exact payment", ReceiptSample.Individual, "payment", "model"),
        Part("receipt, individual evidence", ReceiptSample.Individual, "evidence", "payout"),
        Part("receipt, channel payment", ReceiptSample.Channel, "payment", "model"),
        Attestation(),
    ];

    private static Receipt WithoutDocument(Receipt receipt) =>
        receipt with { Node = receipt.Node with { Attestation = null } };

    private static MessageType Of(string name, Receipt sample) => Judging.Json(
        name,
        sample,
        receipt => Encoding.UTF8.GetString(receipt.ToJson()),
        bytes => Receipt.Read(bytes),
        receipt => ReceiptVerifier.FirstBroken(receipt, ReceiptTrust.Default, Attestations)?.Reason.ToString());

    // The rest of such a receipt is as in the first one.
    private static MessageType Part(string name, Receipt sample, string first, string next)
    {
        MessageType message = Of(name, WithoutDocument(sample));
        return message with { Positions = Between(message.Sample, first, next), Note = $"Its member {first} alone." };
    }

    private static IReadOnlyList<int> Between(ReadOnlySpan<byte> json, string first, string next)
    {
        int from = json.IndexOf(Encoding.ASCII.GetBytes($"\"{first}\":{{"));
        return [.. Enumerable.Range(from, json.IndexOf(Encoding.ASCII.GetBytes($"\"{next}\":{{")) - from)];
    }

    private static MessageType Attestation()
    {
        Receipt sample = ReceiptSample.Bare with { Node = ReceiptSample.Batch.Node };
        MessageType message = Of("receipt, its attestation", sample);
        byte[] document = Encoding.ASCII.GetBytes(Convert.ToBase64String(sample.Node.Attestation!.Document));
        int skipped = message.Sample.AsSpan().IndexOf(document);
        return message with
        {
            Positions =
            [
                .. Between(message.Sample, "attestation", "answer")
                    .Where(at => at < skipped || at >= skipped + document.Length),
            ],
            Note = "What stands around the document, which is a message of its own.",
        };
    }
}
