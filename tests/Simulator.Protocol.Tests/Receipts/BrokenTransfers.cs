using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Receipts;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Receipts;

/// <summary>For every reason that can break a payment by EIP-3009, a receipt that breaks for it first.</summary>
internal static class BrokenTransfers
{
    private static readonly Receipt Transfer = ReceiptSample.Transfer;
    private static readonly ReceiptPayment Payment = Transfer.Payment!;
    private static readonly ReceiptSettlement Settlement = Payment.Settlement!;
    private static readonly TransferAuthorization Order = ((Eip3009Payload)Payment.Payload).Authorization;
    private static readonly Address Other = new([.. Enumerable.Repeat((byte)0x99, 20)]);

    public static IEnumerable<(LinkBreak Reason, ReceiptLink Link, Receipt Receipt)> All() =>
        Orders().Concat(Settlements());

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Orders()
    {
        Eip3009Payload unsigned = new(ReceiptSample.SignTransfer(Order with { To = Other }).Signature, Order);
        (LinkBreak Reason, ReceiptPayment Payment)[] cases =
        [
            (LinkBreak.UnsupportedPayloadType, Terms(Payment.Requirements with { Scheme = "upto" })),
            (LinkBreak.InvalidExactEvmMissingEip712Domain, Terms(Payment.Requirements with { Extra = null })),
            (LinkBreak.InvalidExactEvmSignature, Payment with { Payload = unsigned }),
            (LinkBreak.InvalidExactEvmRecipientMismatch, Signed(Order with { To = Other })),
            (
                LinkBreak.InvalidExactEvmPayloadAuthorizationValidBefore,
                Signed(Order with { ValidBefore = (ulong)(ReceiptSample.Now + 3) })),
            (
                LinkBreak.InvalidExactEvmPayloadAuthorizationValidAfter,
                Signed(Order with { ValidAfter = (ulong)ReceiptSample.Now })),
            (LinkBreak.InvalidExactEvmAuthorizationValue, Signed(Order with { Value = Order.Value + UInt256.One })),
            (LinkBreak.PayerMismatch, Payment with { Outcome = Payment.Outcome with { Payer = Other } }),
        ];
        return cases.Select(c => (c.Reason, ReceiptLink.Authorization, Transfer with { Payment = c.Payment }));
    }

    private static IEnumerable<(LinkBreak, ReceiptLink, Receipt)> Settlements()
    {
        ReceiptTransaction transaction = Settlement.Transaction!;
        ReceiptTransaction foreign = ReceiptSample.Transaction(
            new TransferCall(Deployments.UsdcBase, Other, UInt256.One),
            Deployments.BaseChainId,
            ReceiptSample.FacilitatorKey,
            ReceiptSample.Now + 100);
        (LinkBreak Reason, ReceiptSettlement Settlement)[] cases =
        [
            (LinkBreak.SettledAmountMismatch, Settlement with { Amount = Order.Value + UInt256.One }),
            (LinkBreak.SettlementTransactionMissing, Settlement with { Transaction = null }),
            (LinkBreak.TransactionCallMismatch, Settlement with { Transaction = foreign }),
            (
                LinkBreak.SettledTooEarly,
                Settlement with { Transaction = transaction with { BlockTime = ReceiptSample.Now - 600 } }),
            (
                LinkBreak.SettledAfterDeadline,
                Settlement with { Transaction = transaction with { BlockTime = ReceiptSample.Now + 300 } }),
        ];
        return cases.Select(c => (
            c.Reason, ReceiptLink.Settlement, Transfer with { Payment = Payment with { Settlement = c.Settlement } }));
    }

    private static ReceiptPayment Terms(PaymentRequirements terms) => Payment with { Requirements = terms };

    private static ReceiptPayment Signed(TransferAuthorization order) =>
        Payment with { Payload = ReceiptSample.SignTransfer(order) };
}
