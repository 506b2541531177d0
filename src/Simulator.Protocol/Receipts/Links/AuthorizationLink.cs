using System.Globalization;

using Simulator.Primitives;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>The facilitator's own checks of the payment, as far as they need no chain, in its order.</summary>
internal static class AuthorizationLink
{
    public static LinkResult Check(Receipt receipt)
    {
        if (receipt.Payment is not { } payment)
        {
            return LinkResult.Absent(ReceiptLink.Authorization, "the request was not paid for");
        }

        FirstBreak found = new FirstBreak()
            .Require(IsKnown(payment.Requirements.Scheme), LinkBreak.UnsupportedScheme)
            .Require(TryChainId(payment.Requirements, out ulong chainId), LinkBreak.InvalidNetwork)
            .Require(IsFitting(payment), LinkBreak.UnsupportedPayloadType);
        string account = payment.Payload switch
        {
            Permit2Payload permit => Permit2AuthorizationCheck.Require(found, receipt, payment, permit, chainId),
            Eip3009Payload order => Eip3009Check.RequireOrder(found, receipt, payment, order, chainId),
            VoucherPayload voucher => VoucherCheck.RequireVoucher(found, receipt, payment, voucher, chainId),
            _ => throw Invariant.Unreachable(payment.Payload),
        };
        Address payer = Payer(payment.Payload);
        found
            .Require(payment.Outcome.IsValid, LinkBreak.PaymentNotVerified)
            .Require(payment.Outcome.Payer == payer, LinkBreak.PayerMismatch);
        return LinkResult.Of(ReceiptLink.Authorization, found.Reason, $"{payer} {account}");
    }

    /// <summary>The chain id of a network <c>eip155:…</c>; false for other networks.</summary>
    public static bool TryChainId(PaymentRequirements requirements, out ulong chainId)
    {
        const string Prefix = "eip155:";
        chainId = 0;
        return requirements.Network.StartsWith(Prefix, StringComparison.Ordinal)
            && ulong.TryParse(
                requirements.Network.AsSpan(Prefix.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out chainId);
    }

    private static bool IsKnown(string scheme) =>
        scheme is X402Protocol.ExactScheme or X402Protocol.UptoScheme or X402Protocol.BatchSettlementScheme;

    /// <summary>Whether the payload is of the shape that the scheme wants.</summary>
    private static bool IsFitting(ReceiptPayment payment) => payment.Payload switch
    {
        Permit2Payload { Authorization.Witness.Facilitator: null } =>
            payment.Requirements.Scheme == X402Protocol.ExactScheme,
        Permit2Payload => payment.Requirements.Scheme == X402Protocol.UptoScheme,
        Eip3009Payload => payment.Requirements.Scheme == X402Protocol.ExactScheme,
        _ => payment.Requirements.Scheme == X402Protocol.BatchSettlementScheme,
    };

    private static Address Payer(SchemePayload payload) => payload switch
    {
        Permit2Payload permit => permit.Authorization.From,
        Eip3009Payload order => order.Authorization.From,
        VoucherPayload voucher => voucher.Config.Payer,
        _ => throw Invariant.Unreachable(payload),
    };
}
