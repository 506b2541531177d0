using System.Diagnostics.CodeAnalysis;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>Verifies an <c>exact</c> payment by EIP-3009 in the reference order; the first broken rule wins.</summary>
/// <remarks>
/// Unlike Permit2, the signature comes before the other fields. Source: x402 exact scheme, facilitator.
/// </remarks>
public static class ExactEip3009Verification
{
    /// <summary>All steps at once.</summary>
    public static Verification Verify(
        PaymentPayload payment, PaymentRequirements requirements, VerificationContext context, IChainView chain) =>
        TryAdmit(payment, requirements, out Eip3009Candidate? candidate, out Verification? refusal)
            ? Conclude(candidate, candidate.IsSignedByPayer(), context, chain)
            : refusal;

    /// <summary>Steps 1 to 3: scheme, domain, network.</summary>
    public static bool TryAdmit(
        PaymentPayload payment,
        PaymentRequirements requirements,
        [NotNullWhen(true)] out Eip3009Candidate? candidate,
        [NotNullWhen(false)] out Verification? refusal)
    {
        candidate = null;
        refusal = null;
        if (payment.Payload is not Eip3009Payload payload)
        {
            refusal = Verification.Invalid(PaymentError.UnsupportedPayloadType, null);
            return false;
        }

        EvmTerms? terms = null;
        PaymentError? error = Scheme(payment, requirements)
            ?? Domain(requirements)
            ?? Network(payment, requirements)
            ?? (EvmTerms.TryRead(requirements, out terms) ? null : PaymentError.InvalidPaymentRequirements);
        if (error is not null)
        {
            refusal = Verification.Invalid(error, payload.Authorization.From);
            return false;
        }

        TypedDataDomain domain = new(
            requirements.ExtraText(ExtraNames.Name)!,
            requirements.ExtraText(ExtraNames.Version)!,
            terms!.ChainId,
            terms.Asset);
        candidate = new Eip3009Candidate(payload.Authorization, payload.Signature, terms, domain);
        return true;
    }

    /// <summary>
    /// Steps 4 to 9; <paramref name="simulate"/> is false when settling, where the transaction itself is the test.
    /// </summary>
    public static Verification Conclude(
        Eip3009Candidate candidate,
        bool isSignedByPayer,
        VerificationContext context,
        IChainView chain,
        bool simulate = true)
    {
        PaymentError? error = (isSignedByPayer ? null : WrongSignature(candidate, chain))
            ?? Recipient(candidate)
            ?? ValidBefore(candidate, context.Now)
            ?? ValidAfter(candidate, context.Now)
            ?? Value(candidate);
        if (error is null && simulate && !chain.Simulate(candidate.SettleCall()).Succeeded)
        {
            error = Diagnose(candidate, chain);
        }

        return error is null ? Verification.Valid(candidate.Payer) : Verification.Invalid(error, candidate.Payer);
    }

    private static PaymentError? Scheme(PaymentPayload payment, PaymentRequirements requirements) =>
        payment.Accepted.Scheme == X402Protocol.ExactScheme && requirements.Scheme == X402Protocol.ExactScheme
            ? null
            : PaymentError.InvalidExactEvmScheme;

    private static PaymentError? Domain(PaymentRequirements requirements) =>
        string.IsNullOrEmpty(requirements.ExtraText(ExtraNames.Name))
        || string.IsNullOrEmpty(requirements.ExtraText(ExtraNames.Version))
            ? PaymentError.InvalidExactEvmMissingEip712Domain
            : null;

    private static PaymentError? Network(PaymentPayload payment, PaymentRequirements requirements) =>
        payment.Accepted.Network == requirements.Network ? null : PaymentError.InvalidExactEvmNetworkMismatch;

    // Contract wallets answer for themselves; one that is not deployed yet must bring its factory.
    private static PaymentError? WrongSignature(Eip3009Candidate candidate, IChainView chain)
    {
        byte[] bytes = PayerSignature.Bytes(candidate.Signature);
        bool hasCode = chain.HasCode(candidate.Payer);
        if (hasCode && chain.IsValidContractSignature(
            candidate.Payer, candidate.Digest(), CounterfactualSignature.Unwrap(candidate.Signature)))
        {
            return null;
        }

        if (bytes.Length <= EthereumSignature.Length)
        {
            return PaymentError.InvalidExactEvmSignature;
        }

        return hasCode || CounterfactualSignature.HasFactory(candidate.Signature)
            ? null
            : PaymentError.InvalidExactEvmPayloadUndeployedSmartWallet;
    }

    private static PaymentError? Recipient(Eip3009Candidate candidate) =>
        candidate.Authorization.To == candidate.Terms.PayTo ? null : PaymentError.InvalidExactEvmRecipientMismatch;

    private static PaymentError? ValidBefore(Eip3009Candidate candidate, ulong now) =>
        candidate.Authorization.ValidBefore >= now + X402Protocol.DeadlineSlackSeconds
            ? null
            : PaymentError.InvalidExactEvmPayloadAuthorizationValidBefore;

    private static PaymentError? ValidAfter(Eip3009Candidate candidate, ulong now) =>
        candidate.Authorization.ValidAfter <= now ? null : PaymentError.InvalidExactEvmPayloadAuthorizationValidAfter;

    private static PaymentError? Value(Eip3009Candidate candidate) =>
        candidate.Authorization.Value == candidate.Terms.Amount ? null : PaymentError.InvalidExactEvmAuthorizationValue;

    private static PaymentError Diagnose(Eip3009Candidate candidate, IChainView chain)
    {
        Address token = candidate.Terms.Asset;
        bool? isUsed = chain.IsAuthorizationUsed(token, candidate.Payer, candidate.Authorization.Nonce);
        return isUsed is null ? PaymentError.InvalidExactEvmEip3009NotSupported
            : isUsed.Value ? PaymentError.InvalidExactEvmNonceAlreadyUsed
            : chain.TokenName(token) is { } name && name != candidate.Domain.Name
                ? PaymentError.InvalidExactEvmTokenNameMismatch
            : chain.TokenVersion(token) is { } version && version != candidate.Domain.Version
                ? PaymentError.InvalidExactEvmTokenVersionMismatch
            : chain.BalanceOf(token, candidate.Payer) is { } balance && balance < candidate.Terms.Amount
                ? PaymentError.InvalidExactEvmInsufficientBalance
            : PaymentError.InvalidExactEvmTransactionSimulationFailed;
    }
}
