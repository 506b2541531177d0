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

    public static Receipt Compose(
        OpenReceipt open,
        SessionEvidence session,
        ReceiptNode node,
        ReceiptTransaction? transaction,
        ReceiptEvidence? evidence,
        Func<SimTime, long> unixTime)
    {
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
                SettlementOf(session, transaction)),
            ModelOf(open.Inference!),
            node,
            new ReceiptAnswer(answer.Output!, answer.OutputHash, answer.Timestamp, answer.Signature),
            Verification: null,
            evidence,
            PayoutOf(open, session, payload, transaction));
    }

    private static ReceiptSettlement? SettlementOf(SessionEvidence session, ReceiptTransaction? transaction) =>
        session.Settlement is { Refusal: null } settled ? new ReceiptSettlement(settled.Amount.BaseUnits, transaction) : null;

    private static ReceiptModel? ModelOf(InferenceCompleted inference)
    {
        string[] parts = inference.Model.Split('@');
        return BlobId.TryParse(inference.ModelBlob, out BlobId blob, out _)
            ? new ReceiptModel(inference.Model, parts[0], parts.Length > 1 ? parts[1] : "", blob)
            : null;
    }

    private static ReceiptPayout? PayoutOf(
        OpenReceipt open, SessionEvidence session, Permit2Payload payload, ReceiptTransaction? transaction)
    {
        if (transaction is null || session.Settlement is not { Refusal: null } || open.Cost.IsZero)
        {
            return null;
        }

        UInt256 cost = open.Cost.BaseUnits;
        Protocol.Permit2.Permit2Authorization terms = payload.Authorization;
        return new ReceiptPayout(cost, [new ReceiptTransfer(terms.From, terms.Witness.To, cost, "settlement")]);
    }
}
