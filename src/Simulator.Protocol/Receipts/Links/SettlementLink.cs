using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>
/// The money moved by a transaction that carries exactly the payer's authorisation, within its limits.
/// </summary>
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

        FirstBreak found = new();
        CheckAmounts(found, payment, settlement);
        if (found.IsWhole && settlement.Transaction is { } transaction)
        {
            CheckTransaction(found, payment, transaction, receipt.HasRealSignatures);
        }

        return LinkResult.Of(ReceiptLink.Settlement, found.Reason, Account(payment, settlement));
    }

    private static string Account(ReceiptPayment payment, ReceiptSettlement settlement) =>
        settlement.Transaction is { } transaction
            ? $"transaction {transaction.Hash} took {settlement.Amount}, of which this request cost {payment.Cost}; " +
                $"block {transaction.BlockNumber} is stated, not proven"
            : "nothing was due, so nothing was broadcast";

    private static void CheckAmounts(FirstBreak found, ReceiptPayment payment, ReceiptSettlement settlement)
    {
        UInt256 permitted = payment.Payload.Authorization.Amount;
        bool isExact = payment.Payload.Authorization.Witness.Facilitator is null;
        found
            .Require(payment.Cost <= settlement.Amount, LinkBreak.CostAboveSettledAmount)
            .Require(settlement.Amount <= permitted, LinkBreak.SettlementExceedsAmount)
            .Require(!isExact || settlement.Amount == permitted, LinkBreak.SettledAmountMismatch)
            .Require(
                settlement.Amount.IsZero || settlement.Transaction is not null,
                LinkBreak.SettlementTransactionMissing)
            .Require(
                !settlement.Amount.IsZero || settlement.Transaction is null,
                LinkBreak.SettlementTransactionUnexpected);
    }

    private static void CheckTransaction(
        FirstBreak found,
        ReceiptPayment payment,
        ReceiptTransaction transaction,
        bool hasRealSignatures)
    {
        Permit2Authorization allowed = payment.Payload.Authorization;
        found.Require(AuthorizationLink.TryChainId(payment.Requirements, out ulong chainId), LinkBreak.InvalidNetwork);
        (byte[] call, Address sender) =
            TransactionCheck.Require(found, transaction, chainId, allowed.Spender, hasRealSignatures);
        UInt256 time = (ulong)transaction.BlockTime;
        found
            .Require(() => IsSameCall(call, payment), LinkBreak.TransactionCallMismatch)
            .Require(
                !hasRealSignatures || allowed.Witness.Facilitator is not { } only || sender == only,
                LinkBreak.UnauthorizedFacilitator)
            .Require(time >= allowed.Witness.ValidAfter, LinkBreak.SettledTooEarly)
            .Require(time <= allowed.Deadline, LinkBreak.SettledAfterDeadline);
    }

    /// <summary>Whether the call is the proxy's settlement of this authorisation, signature and amount.</summary>
    private static bool IsSameCall(byte[] call, ReceiptPayment payment)
    {
        Permit2Authorization allowed = payment.Payload.Authorization;
        if (!Hex.TryDecode(payment.Payload.Signature, out byte[] signature)
            || !ContractCalls.TryDecode(allowed.Spender, call, out ContractCall? decoded))
        {
            return false;
        }

        // A permit for the allowance may ride along; it is the token's business, not this link's.
        ContractCall? expected = decoded switch
        {
            UptoSettleCall upto => upto with
            {
                Authorization = allowed,
                Amount = payment.Settlement!.Amount,
                Signature = signature,
            },
            ExactSettleCall exact => exact with { Authorization = allowed, Signature = signature },
            _ => null,
        };
        bool isUpto = decoded is UptoSettleCall;
        return isUpto == allowed.Witness.Facilitator is not null
            && expected is not null && expected.Encode().AsSpan().SequenceEqual(call);
    }
}
