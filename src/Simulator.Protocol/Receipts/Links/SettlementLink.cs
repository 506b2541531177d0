using Simulator.Primitives;
using Simulator.Protocol.Channels;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>The money moved by a transaction that carries exactly what the payer signed, within its limits.</summary>
internal static class SettlementLink
{
    public static LinkResult Check(Receipt receipt)
    {
        if (receipt.Payment is not { } payment)
        {
            return LinkResult.Absent(ReceiptLink.Settlement, "the request was not paid for");
        }

        if (payment.Settlement is not { } settlement)
        {
            return LinkResult.Absent(ReceiptLink.Settlement, $"nothing was taken for the cost of {payment.Cost}");
        }

        FirstBreak found = new FirstBreak()
            .Require(payment.Cost <= settlement.Amount, LinkBreak.CostAboveSettledAmount);
        bool hasChain = AuthorizationLink.TryChainId(payment.Requirements, out ulong chainId);
        switch (payment.Payload)
        {
            case Permit2Payload permit:
                Permit2SettlementCheck.Require(found, receipt, payment, permit, hasChain ? chainId : null);
                break;
            case Eip3009Payload order:
                found.Require(hasChain, LinkBreak.InvalidNetwork);
                Eip3009Check.RequireTransfer(found, receipt, payment, order, chainId);
                break;
            case VoucherPayload voucher:
                found.Require(hasChain, LinkBreak.InvalidNetwork);
                VoucherCheck.RequireClaim(found, receipt, payment, voucher, chainId);
                break;
            default:
                throw Invariant.Unreachable(payment.Payload);
        }

        return LinkResult.Of(ReceiptLink.Settlement, found.Reason, Account(payment, settlement));
    }

    private static string Account(ReceiptPayment payment, ReceiptSettlement settlement) =>
        settlement.Transaction is { } transaction
            ? $"transaction {transaction.Hash} took {settlement.Amount}, of which this request cost {payment.Cost}; " +
                $"block {transaction.BlockNumber} is stated, not proven"
            : "nothing was due, so nothing was broadcast";
}
