using System.Text;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Wire;

/// <summary>Proofs of payment that x402 has no scheme for: a transfer of one's own, and an account that is billed.</summary>
/// <remarks>
/// Both are bound to whom they are shown to, so that nobody who sees one can use it elsewhere or for himself. Modelled:
/// the network has neither.
/// </remarks>
internal static class PaymentProof
{
    public const string TransferScheme = "transfer";
    public const string CreditScheme = "credit";

    private const string Subject = "subject";
    private const string Signature = "signature";

    /// <param name="subject">A transaction hash, or the address of an account.</param>
    /// <param name="payTo">To whom it is shown.</param>
    /// <param name="key">The payer's.</param>
    /// <param name="accepted">The node's requirements.</param>
    /// <returns>The PAYMENT-SIGNATURE header. Pure and expensive.</returns>
    public static string Header(string subject, Address payTo, PrivateKey key, PaymentRequirements accepted)
    {
        string signature = Secp256k1.Sign(Digest(subject, payTo), key).ToString();
        JsonText json = JsonText.Parse($"{{\"{Subject}\":\"{subject}\",\"{Signature}\":\"{signature}\"}}");
        return new PaymentPayload(new OpaquePayload(json), accepted).ToHeader();
    }

    /// <summary>Null for a header that is none, or of another scheme.</summary>
    public static (string Subject, string Signature)? Read(string header, string scheme) =>
        PaymentPayload.FromHeader(header).TryGet(out PaymentPayload? payment)
        && payment.Accepted.Scheme == scheme
        && payment.Payload is OpaquePayload { Json: { } json }
        && json.Member(Subject) is { } subject
        && json.Member(Signature) is { } signature
            ? (subject, signature)
            : null;

    /// <summary>Pure and expensive.</summary>
    public static bool IsBy(Address payer, string subject, Address payTo, string signature) =>
        PayerSignature.IsBy(payer, Digest(subject, payTo), signature);

    private static Hash32 Digest(string subject, Address payTo) =>
        Keccak256.Hash(Encoding.UTF8.GetBytes($"payment proof {subject} for {payTo}"));
}
