using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>Checks of how a deposit is to be collected, in the reference order. Null means all hold.</summary>
internal static class DepositRules
{
    public static PaymentError? Permit2(
        DepositPayload payload,
        PaymentPayload payment,
        EvmTerms terms,
        VerificationContext context,
        IChannelView chain) =>
        payload.Authorization is not DepositPermit2Authorization authorization
            ? PaymentError.ChannelPayloadType
            : Fields(authorization, payload, terms, context.Now)
                ?? Permit2Signature(authorization, terms, chain)
                ?? Permit2Allowance(payload, payment, terms, context, chain);

    public static PaymentError? Eip3009(
        DepositPayload payload,
        PaymentRequirements requirements,
        EvmTerms terms,
        VerificationContext context,
        IChannelView chain)
    {
        if (payload.Authorization is not DepositEip3009Authorization authorization)
        {
            return PaymentError.ChannelErc3009AuthorizationRequired;
        }

        if (requirements.ExtraText(ExtraNames.Name) is not { Length: > 0 } name
            || requirements.ExtraText(ExtraNames.Version) is not { Length: > 0 } version)
        {
            return PaymentError.ChannelMissingEip712Domain;
        }

        Hash32 digest = authorization
            .ToTransfer(payload.Config.Payer, payload.Amount, payload.Voucher.ChannelId)
            .ReceiveDigest(new TypedDataDomain(name, version, terms.ChainId, terms.Asset));
        return authorization.ValidBefore < context.Now + X402Protocol.DeadlineSlackSeconds
            ? PaymentError.ChannelPayloadAuthorizationValidBefore
            : authorization.ValidAfter > context.Now
            ? PaymentError.ChannelPayloadAuthorizationValidAfter
            : IsSigned(payload.Config.Payer, digest, authorization.Signature, chain)
            ? null
            : PaymentError.ChannelReceiveAuthorizationSignature;
    }

    private static PaymentError? Fields(
        DepositPermit2Authorization authorization, DepositPayload payload, EvmTerms terms, ulong now) =>
        authorization.From != payload.Config.Payer ? PaymentError.ChannelPermit2InvalidSignature
        : authorization.Spender != Deployments.Permit2DepositCollector ? PaymentError.ChannelPermit2InvalidSpender
        : authorization.Token != terms.Asset ? PaymentError.ChannelTokenMismatch
        : authorization.Amount != (UInt256)payload.Amount ? PaymentError.ChannelPermit2AmountMismatch
        : authorization.ChannelId != payload.Voucher.ChannelId ? PaymentError.ChannelIdMismatch
        : authorization.Deadline < now + X402Protocol.DeadlineSlackSeconds
            ? PaymentError.ChannelPermit2DeadlineExpired
        : null;

    private static PaymentError? Permit2Signature(
        DepositPermit2Authorization authorization, EvmTerms terms, IChannelView chain) =>
        IsSigned(
            authorization.From,
            ChannelTypedData.DepositPermitDigest(terms.ChainId, authorization),
            authorization.Signature,
            chain)
            ? null
            : PaymentError.ChannelPermit2InvalidSignature;

    private static PaymentError? Permit2Allowance(
        DepositPayload payload,
        PaymentPayload payment,
        EvmTerms terms,
        VerificationContext context,
        IChannelView chain)
    {
        if (Eip2612Sponsoring.Find(payment) is { } permit)
        {
            return permit.Check(payload.Config.Payer, terms.Asset, context.Now, out SponsoredPermit? sponsored)
                ?? (sponsored?.Value == (UInt256)payload.Amount ? null : PaymentError.ChannelEip2612AmountMismatch);
        }

        if (Erc20ApprovalSponsoring.Find(payment) is { } approval)
        {
            return context.SponsorsApprovals
                ? approval.Check(payload.Config.Payer, terms.Asset, out _)
                : PaymentError.ChannelErc20ApprovalUnavailable;
        }

        UInt256? allowance = chain.Allowance(terms.Asset, payload.Config.Payer, Deployments.Permit2);
        return allowance is { } allowed && allowed >= (UInt256)payload.Amount
            ? null
            : PaymentError.ChannelPermit2AllowanceRequired;
    }

    private static bool IsSigned(Address payer, Hash32 digest, string signature, IChannelView chain) =>
        PayerSignature.IsBy(payer, digest, signature)
        || chain.IsValidContractSignature(payer, digest, CounterfactualSignature.Unwrap(signature));
}
