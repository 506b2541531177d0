using System.Text;

using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>Everything about one request that an outsider needs to check it offline, from request to payout.</summary>
/// <remarks>
/// JSON, format <c>opgsim-receipt-v1</c>: members in the order of this record, absent parts omitted, amounts as decimal
/// strings in atomic units, times in Unix seconds, bytes of keys, documents and signatures in Base64, hashes, addresses
/// and transactions as 0x hexadecimal.
/// </remarks>
/// <param name="Id">The request's name in its run.</param>
/// <param name="HasRealSignatures">False when the run modelled signatures; then nothing about who signed is
/// proven.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Payment">What the payer allowed and what was taken; null when the request was free.</param>
/// <param name="Model">The model that the hub holds under a blob id; null for a hosted model without one.</param>
/// <param name="Node">Who answered.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Verification">Whether anybody checked the answer; null when nobody did.</param>
/// <param name="Evidence">How the hashes reached the chain; null when they did not, or not yet.</param>
/// <param name="Payout">Where the money went; null before it went anywhere.</param>
/// <param name="Registry">How the registry spoke of the enclave; null where there was no registry.</param>
public sealed record Receipt(
    string Id,
    bool HasRealSignatures,
    ReceiptRequest Request,
    ReceiptPayment? Payment,
    ReceiptModel? Model,
    ReceiptNode Node,
    ReceiptAnswer Answer,
    ReceiptVerification? Verification,
    ReceiptEvidence? Evidence,
    ReceiptPayout? Payout,
    ReceiptStanding? Registry = null)
{
    public const string Format = "opgsim-receipt-v1";

    /// <summary>Reads a receipt that others wrote.</summary>
    public static Parsed<Receipt> Read(ReadOnlyMemory<byte> utf8) => ReceiptReader.Read(utf8);

    /// <summary>UTF-8 of one compact JSON object.</summary>
    public byte[] ToJson()
    {
        JsonTextWriter writer = new();
        writer.Object()
            .Text("format", Format)
            .Text("id", Id)
            .Text("signatures", HasRealSignatures ? "real" : "modelled");
        Request.Write(writer);
        Payment?.Write(writer);
        Model?.Write(writer);
        Node.Write(writer);
        Answer.Write(writer);
        Verification?.Write(writer);
        Evidence?.Write(writer);
        Payout?.Write(writer);
        Registry?.Write(writer);
        writer.End();
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    internal static Receipt From(JsonMembers members)
    {
        members.OneOf("format", Format);
        return new(
            members.ShortText("id"),
            members.OneOf("signatures", "real", "modelled") == "real",
            ReceiptRequest.From(members.Object("request")),
            members.OptionalObject("payment") is { } payment ? ReceiptPayment.From(payment) : null,
            members.OptionalObject("model") is { } model ? ReceiptModel.From(model) : null,
            ReceiptNode.From(members.Object("node")),
            ReceiptAnswer.From(members.Object("answer")),
            members.OptionalObject("verification") is { } verification ? ReceiptVerification.From(verification) : null,
            members.OptionalObject("evidence") is { } evidence ? ReceiptEvidence.From(evidence) : null,
            members.OptionalObject("payout") is { } payout ? ReceiptPayout.From(payout) : null,
            members.OptionalObject("registry") is { } registry ? ReceiptStanding.From(registry) : null);
    }
}
