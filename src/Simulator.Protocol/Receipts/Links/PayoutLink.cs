using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>The transfers add up to the distributed amount, which stays within the request's cost.</summary>
internal static class PayoutLink
{
    public static LinkResult Check(Receipt receipt)
    {
        if (receipt.Payout is not { } payout)
        {
            return LinkResult.Absent(ReceiptLink.Payout, "nothing was passed on yet");
        }

        FirstBreak found = new FirstBreak()
            .Require(receipt.Payment is not null, LinkBreak.PayoutWithoutPayment)
            .Require(() => payout.Distributed <= receipt.Payment!.Cost, LinkBreak.PayoutAboveCost)
            .Require(
                payout.Transfers.All(transfer => !transfer.Amount.IsZero && transfer.From != transfer.To),
                LinkBreak.PayoutTransferEmpty)
            .Require(IsSum(payout), LinkBreak.PayoutSumMismatch);
        string causes = string.Join(
            ", ", payout.Transfers.Select(transfer => $"{transfer.Amount} for {transfer.Cause}"));
        return LinkResult.Of(
            ReceiptLink.Payout,
            found.Reason,
            $"{payout.Distributed} distributed: {causes}; the ledger behind it is stated, not proven");
    }

    /// <summary>Counts down from the total, so that no list of amounts can overflow.</summary>
    private static bool IsSum(ReceiptPayout payout)
    {
        UInt256 rest = payout.Distributed;
        foreach (ReceiptTransfer transfer in payout.Transfers)
        {
            if (transfer.Amount > rest)
            {
                return false;
            }

            rest -= transfer.Amount;
        }

        return rest.IsZero;
    }
}
