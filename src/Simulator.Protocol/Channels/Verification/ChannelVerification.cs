using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>A facilitator's verification of channel payments in the reference order; the first broken rule wins.</summary>
/// <remarks>Source: x402 batch settlement on EVM chains, facilitator.</remarks>
public static class ChannelVerification
{
    public static Verification Verify(
        PaymentPayload payment, PaymentRequirements requirements, VerificationContext context, IChannelView chain)
    {
        PaymentError? error = ChannelRules.Envelope(payment, requirements);
        if (error is not null)
        {
            return Verification.Invalid(error, (payment.Payload as ChannelPayload)?.Config.Payer);
        }

        ChannelPayload payload = (ChannelPayload)payment.Payload;
        error = EvmTerms.TryRead(requirements, out EvmTerms? terms)
            ? ChannelRules.Terms(payload, requirements, terms)
            : PaymentError.InvalidPaymentRequirements;
        error ??= payload is DepositPayload deposit
            ? Deposit(deposit, payment, requirements, terms!, context, chain)
            : Voucher(payload, terms!, chain);
        return error is null
            ? Verification.Valid(payload.Config.Payer)
            : Verification.Invalid(error, payload.Config.Payer);
    }

    private static PaymentError? Voucher(ChannelPayload payload, EvmTerms terms, IChannelView chain)
    {
        if (!IsVoucherSigned(payload, terms, chain))
        {
            return PaymentError.ChannelVoucherSignature;
        }

        if (chain.State(payload.Voucher.ChannelId) is not { } state)
        {
            return PaymentError.ChannelRpcReadFailed;
        }

        return state.Balance == 0
            ? PaymentError.ChannelNotFound
            : Cumulative(payload, state, state.Balance);
    }

    private static PaymentError? Deposit(
        DepositPayload payload,
        PaymentPayload payment,
        PaymentRequirements requirements,
        EvmTerms terms,
        VerificationContext context,
        IChannelView chain)
    {
        bool isPermit2 = requirements.ExtraText(ExtraNames.AssetTransferMethod) switch
        {
            ExtraNames.Permit2 => true,
            null => payload.Authorization is DepositPermit2Authorization,
            _ => false,
        };
        PaymentError? error = isPermit2
            ? DepositRules.Permit2(payload, payment, terms, context, chain)
            : DepositRules.Eip3009(payload, requirements, terms, context, chain);
        error ??= IsVoucherSigned(payload, terms, chain) ? null : PaymentError.ChannelVoucherSignature;
        return error ?? DepositState(payload, terms, chain) ?? Simulate(payload, payment, chain);
    }

    private static PaymentError? DepositState(DepositPayload payload, EvmTerms terms, IChannelView chain)
    {
        if (chain.State(payload.Voucher.ChannelId) is not { } state
            || chain.BalanceOf(terms.Asset, payload.Config.Payer) is not { } held)
        {
            return PaymentError.ChannelRpcReadFailed;
        }

        UInt256 effective = (UInt256)state.Balance + payload.Amount;
        return held < (UInt256)payload.Amount
            ? PaymentError.ChannelInsufficientBalance
            : Cumulative(payload, state, effective);
    }

    // A refund charges nothing, so its voucher may stand exactly at what has been claimed.
    private static PaymentError? Cumulative(ChannelPayload payload, ChannelState state, UInt256 effectiveBalance)
    {
        UInt128 promised = payload.Voucher.MaxClaimableAmount;
        bool isBelow = payload is RefundPayload ? promised < state.TotalClaimed : promised <= state.TotalClaimed;
        return (UInt256)promised > effectiveBalance ? PaymentError.ChannelCumulativeExceedsBalance
            : isBelow ? PaymentError.ChannelCumulativeBelowClaimed
            : null;
    }

    // A sponsored approval comes before the deposit, so the deposit alone cannot be simulated.
    private static PaymentError? Simulate(DepositPayload payload, PaymentPayload payment, IChannelView chain)
    {
        bool isPermit2 = payload.Authorization is DepositPermit2Authorization;
        Eip2612Sponsoring? sponsoring = isPermit2 ? Eip2612Sponsoring.Find(payment) : null;
        if (isPermit2 && sponsoring is null && Erc20ApprovalSponsoring.Find(payment) is not null)
        {
            return null;
        }

        SponsoredPermit? permit = null;
        _ = sponsoring?.Check(payload.Config.Payer, payload.Config.Token, 0, out permit);
        return chain.Simulate(ChannelDepositCall.For(payload, permit)).Succeeded
            ? null
            : PaymentError.ChannelDepositSimulationFailed;
    }

    private static bool IsVoucherSigned(ChannelPayload payload, EvmTerms terms, IChannelView chain)
    {
        if (payload.Voucher.IsSignedBy(payload.Config.VoucherSigner, terms.ChainId))
        {
            return true;
        }

        Hash32 digest = ChannelTypedData.VoucherDigest(
            terms.ChainId, payload.Voucher.ChannelId, payload.Voucher.MaxClaimableAmount);
        return payload.Config.PayerAuthorizer.IsZero
            && chain.IsValidContractSignature(
                payload.Config.Payer, digest, PayerSignature.Bytes(payload.Voucher.Signature));
    }
}
