using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>The proxy's settlement of one Permit2 authorisation.</summary>
internal static class Permit2SettlementCheck
{
    public static void Require(
        FirstBreak found,
        Receipt receipt,
        ReceiptPayment payment,
        Permit2Payload payload,
        ulong? chainId)
    {
        ReceiptSettlement settlement = payment.Settlement!;
        RequireAmounts(found, settlement, payload.Authorization);
        if (!found.IsWhole || settlement.Transaction is not { } transaction)
        {
            return;
        }

        found.Require(chainId is not null, LinkBreak.InvalidNetwork);
        Permit2Authorization allowed = payload.Authorization;
        (byte[] call, Address sender) = TransactionCheck.Require(
            found, transaction, chainId ?? 0, allowed.Spender, receipt.HasRealSignatures);
        UInt256 time = (ulong)transaction.BlockTime;
        found
            .Require(() => IsSameCall(call, payload, settlement.Amount), LinkBreak.TransactionCallMismatch)
            .Require(
                !receipt.HasRealSignatures || allowed.Witness.Facilitator is not { } only || sender == only,
                LinkBreak.UnauthorizedFacilitator)
            .Require(time >= allowed.Witness.ValidAfter, LinkBreak.SettledTooEarly)
            .Require(time <= allowed.Deadline, LinkBreak.SettledAfterDeadline);
    }

    private static void RequireAmounts(FirstBreak found, ReceiptSettlement settlement, Permit2Authorization allowed)
    {
        bool isExact = allowed.Witness.Facilitator is null;
        found
            .Require(settlement.Amount <= allowed.Amount, LinkBreak.SettlementExceedsAmount)
            .Require(!isExact || settlement.Amount == allowed.Amount, LinkBreak.SettledAmountMismatch)
            .Require(
                settlement.Amount.IsZero || settlement.Transaction is not null,
                LinkBreak.SettlementTransactionMissing)
            .Require(
                !settlement.Amount.IsZero || settlement.Transaction is null,
                LinkBreak.SettlementTransactionUnexpected);
    }

    /// <summary>Whether the call is the proxy's settlement of this authorisation, signature and amount.</summary>
    private static bool IsSameCall(byte[] call, Permit2Payload payload, UInt256 amount)
    {
        Permit2Authorization allowed = payload.Authorization;
        if (!Hex.TryDecode(payload.Signature, out byte[] signature)
            || !ContractCalls.TryDecode(allowed.Spender, call, out ContractCall? decoded))
        {
            return false;
        }

        // A permit for the allowance may ride along; it is the token's business, not this link's.
        ContractCall? expected = decoded switch
        {
            UptoSettleCall upto => upto with { Authorization = allowed, Amount = amount, Signature = signature },
            ExactSettleCall exact => exact with { Authorization = allowed, Signature = signature },
            _ => null,
        };
        bool isUpto = decoded is UptoSettleCall;
        return isUpto == allowed.Witness.Facilitator is not null
            && expected is not null && expected.Encode().AsSpan().SequenceEqual(call);
    }
}
