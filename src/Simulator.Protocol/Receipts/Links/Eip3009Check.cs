using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>An EIP-3009 order against the server's terms, and the token's transfer that carried it out.</summary>
/// <remarks>A contract wallet's signature needs its chain, so here only an account's own signature holds.</remarks>
internal static class Eip3009Check
{
    /// <summary>In the facilitator's order. Returns what the payer did, as the account tells it.</summary>
    public static string RequireOrder(
        FirstBreak found,
        Receipt receipt,
        ReceiptPayment payment,
        Eip3009Payload payload,
        ulong chainId)
    {
        PaymentRequirements terms = payment.Requirements;
        TransferAuthorization order = payload.Authorization;
        string? name = terms.ExtraText(ExtraNames.Name);
        string? version = terms.ExtraText(ExtraNames.Version);
        Address token = TokenOf(terms);
        UInt256 now = (ulong)payment.Outcome.At;
        bool hasAmount = UInt256.TryParse(terms.Amount, out UInt256 amount);
        found
            .Require(
                !string.IsNullOrEmpty(name) && !string.IsNullOrEmpty(version),
                LinkBreak.InvalidExactEvmMissingEip712Domain)
            .Require(
                () => !receipt.HasRealSignatures || IsSigned(payload, new(name!, version!, chainId, token)),
                LinkBreak.InvalidExactEvmSignature)
            .Require(
                Address.TryParse(terms.PayTo, out Address payTo) && order.To == payTo,
                LinkBreak.InvalidExactEvmRecipientMismatch)
            .Require(
                order.ValidBefore >= now + (UInt256)(ulong)X402Protocol.DeadlineSlackSeconds,
                LinkBreak.InvalidExactEvmPayloadAuthorizationValidBefore)
            .Require(order.ValidAfter <= now, LinkBreak.InvalidExactEvmPayloadAuthorizationValidAfter)
            .Require(hasAmount && order.Value == amount, LinkBreak.InvalidExactEvmAuthorizationValue);
        string signed = receipt.HasRealSignatures ? "signed" : "ordered (signature modelled)";
        return $"{signed} a transfer of {order.Value} of {token} to {order.To}";
    }

    /// <summary>The transaction is the token's transfer by exactly this order, within its time.</summary>
    public static void RequireTransfer(
        FirstBreak found,
        Receipt receipt,
        ReceiptPayment payment,
        Eip3009Payload payload,
        ulong chainId)
    {
        ReceiptSettlement settlement = payment.Settlement!;
        TransferAuthorization order = payload.Authorization;
        found
            .Require(settlement.Amount == order.Value, LinkBreak.SettledAmountMismatch)
            .Require(settlement.Transaction is not null, LinkBreak.SettlementTransactionMissing);
        if (!found.IsWhole || settlement.Transaction is not { } transaction)
        {
            return;
        }

        Address token = TokenOf(payment.Requirements);
        byte[] call = TransactionCheck.Require(found, transaction, chainId, token, receipt.HasRealSignatures).Call;
        UInt256 time = (ulong)transaction.BlockTime;
        found
            .Require(() => IsSameCall(call, token, payload), LinkBreak.TransactionCallMismatch)
            .Require(time > order.ValidAfter, LinkBreak.SettledTooEarly)
            .Require(time < order.ValidBefore, LinkBreak.SettledAfterDeadline);
    }

    // No contract is at the zero address, so what names no token signs and settles nothing.
    private static Address TokenOf(PaymentRequirements terms) =>
        Address.TryParse(terms.Asset, out Address token) ? token : Address.Zero;

    private static bool IsSigned(Eip3009Payload payload, TypedDataDomain token) =>
        PayerSignature.IsBy(
            payload.Authorization.From, payload.Authorization.TransferDigest(token), payload.Signature);

    private static bool IsSameCall(byte[] call, Address token, Eip3009Payload payload) =>
        Hex.TryDecode(payload.Signature, out byte[] signature)
        && new TransferWithAuthorizationCall(token, payload.Authorization, signature).Encode().AsSpan()
            .SequenceEqual(call);
}
