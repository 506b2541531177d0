using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Makes the receipt of one accepted request out of what was said about it.</summary>
internal static class ReceiptComposer
{
    private static readonly System.Text.UTF8Encoding Utf8 = new(false, true);

    /// <param name="receipt">The request, its session, and its settlement where one stands.</param>
    /// <param name="node">Who answered.</param>
    /// <param name="evidence">How the hashes reached the chain; null when they did not.</param>
    /// <param name="unixTime">Unix seconds of simulated time.</param>
    public static Receipt Compose(
        HeldReceipt receipt, ReceiptNode node, ReceiptEvidence? evidence, Func<SimTime, long> unixTime)
    {
        (OpenReceipt open, SettlementFinished? settlement, SessionEvidence session, ReceiptTransaction? transaction) = receipt;
        AnswerReceived answer = open.Answer!;
        string canonical = Utf8.GetString(open.Issued.Body!);
        bool read = PaymentPayload.FromHeader(session.Payment).TryGet(out PaymentPayload? payment);
        Invariant.That(read && payment!.Payload is Permit2Payload);
        Permit2Payload payload = (Permit2Payload)payment.Payload;
        return new Receipt(
            open.Issued.Request.ToString(),
            HasRealSignatures: true,
            new ReceiptRequest(canonical, answer.InputHash),
            new ReceiptPayment(
                payment.Accepted,
                payload,
                new ReceiptVerifyOutcome(true, payload.Authorization.From, unixTime(session.VerifiedAt)),
                open.Cost.BaseUnits,
                SettlementOf(settlement, transaction)),
            ModelOf(open.Inference!),
            Registered(node, open.Standing),
            new ReceiptAnswer(answer.Output!, answer.OutputHash, answer.Timestamp, answer.Signature),
            Verification: null,
            evidence,
            PayoutOf(open, settlement, payload, transaction),
            open.Standing);
    }

    // A document is judged at the time of the block that took it.
    private static ReceiptNode Registered(ReceiptNode node, ReceiptStanding? standing) =>
        standing is { Registered: true } && node.Attestation is { } attestation
            ? node with { Attestation = attestation with { At = standing.RegisteredAt } }
            : node;

    private static ReceiptSettlement? SettlementOf(SettlementFinished? settlement, ReceiptTransaction? transaction) =>
        settlement is { Refusal: null } settled ? new ReceiptSettlement(settled.Amount.BaseUnits, transaction) : null;

    private static ReceiptModel? ModelOf(InferenceCompleted inference)
    {
        string[] parts = inference.Model.Split('@');
        return BlobId.TryParse(inference.ModelBlob, out BlobId blob, out _)
            ? new ReceiptModel(inference.Model, parts[0], parts.Length > 1 ? parts[1] : "", blob)
            : null;
    }

    private static ReceiptPayout? PayoutOf(
        OpenReceipt open, SettlementFinished? settlement, Permit2Payload payload, ReceiptTransaction? transaction)
    {
        if (transaction is null || settlement is not { Refusal: null } || open.Cost.IsZero)
        {
            return null;
        }

        UInt256 cost = open.Cost.BaseUnits;
        Protocol.Permit2.Permit2Authorization terms = payload.Authorization;
        return new ReceiptPayout(cost, [new ReceiptTransfer(terms.From, terms.Witness.To, cost, "settlement")]);
    }
}
