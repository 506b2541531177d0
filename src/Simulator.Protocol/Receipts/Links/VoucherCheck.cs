using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>A voucher against the server's terms, and the claim that turned it into money.</summary>
internal static class VoucherCheck
{
    /// <summary>Returns what the payer did, as the account tells it.</summary>
    public static string RequireVoucher(
        FirstBreak found,
        Receipt receipt,
        ReceiptPayment payment,
        VoucherPayload payload,
        ulong chainId)
    {
        PaymentRequirements terms = payment.Requirements;
        Voucher voucher = payload.Voucher;
        bool hasAmount = UInt256.TryParse(terms.Amount, out UInt256 amount);
        found
            .Require(payload.Config.ChannelId(chainId) == voucher.ChannelId, LinkBreak.ChannelIdMismatch)
            .Require(IsAddress(terms.PayTo, payload.Config.Receiver), LinkBreak.ChannelReceiverMismatch)
            .Require(IsAddress(terms.Asset, payload.Config.Token), LinkBreak.ChannelTokenMismatch)
            .Require(
                () => !receipt.HasRealSignatures || voucher.IsSignedBy(payload.Config.VoucherSigner, chainId),
                LinkBreak.VoucherSignatureInvalid)
            .Require(
                hasAmount && payment.Cost <= amount && amount <= (UInt256)voucher.MaxClaimableAmount,
                LinkBreak.CostAboveAmount);
        string signed = receipt.HasRealSignatures ? "signed" : "issued (signature modelled)";
        return $"{signed} a voucher over {voucher.MaxClaimableAmount} in all on channel {voucher.ChannelId}";
    }

    /// <summary>The transaction claims from this channel what it states, and enough to cover this request.</summary>
    public static void RequireClaim(
        FirstBreak found,
        Receipt receipt,
        ReceiptPayment payment,
        VoucherPayload payload,
        ulong chainId)
    {
        ReceiptSettlement settlement = payment.Settlement!;
        found.Require(settlement.Transaction is not null, LinkBreak.SettlementTransactionMissing);
        if (settlement.Transaction is not { } transaction)
        {
            return;
        }

        byte[] call = TransactionCheck.Require(
            found, transaction, chainId, Deployments.BatchSettlement, receipt.HasRealSignatures).Call;
        ChannelClaimCall? claim = null;
        VoucherClaim? row = null;
        found
            .Require(() => TryClaim(call, out claim), LinkBreak.TransactionCallMismatch)
            .Require(
                () => (row = claim!.Claims.FirstOrDefault(entry => entry.Config == payload.Config)) is not null,
                LinkBreak.ClaimMissing)
            .Require(() => (UInt256)row!.TotalClaimed == settlement.Amount, LinkBreak.SettledAmountMismatch)
            .Require(() => Charged(payment, payload) <= settlement.Amount, LinkBreak.ClaimBelowCost);
    }

    /// <summary>What the channel owed in all after this request: a voucher covers the earlier charges and one price.</summary>
    private static UInt256 Charged(ReceiptPayment payment, VoucherPayload payload)
    {
        UInt256 earlier = (UInt256)payload.Voucher.MaxClaimableAmount;
        return UInt256.TryParse(payment.Requirements.Amount, out UInt256 amount) && amount <= earlier
            ? earlier - amount + payment.Cost
            : UInt256.MaxValue;
    }

    private static bool TryClaim(byte[] call, out ChannelClaimCall? claim)
    {
        claim = ContractCalls.TryDecode(Deployments.BatchSettlement, call, out ContractCall? decoded)
            ? decoded as ChannelClaimCall
            : null;
        return claim is not null && claim.Encode().AsSpan().SequenceEqual(call);
    }

    private static bool IsAddress(string text, Address expected) =>
        Address.TryParse(text, out Address address) && address == expected;
}
