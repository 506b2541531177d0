using System.Diagnostics.CodeAnalysis;

using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.X402;

/// <summary>Verifies an <c>upto</c> payment in the reference order; the first broken rule wins.</summary>
/// <remarks>
/// A caller that cannot wait inside runs <see cref="TryAdmit"/>, then <see cref="Permit2Candidate.IsSignedByPayer"/> as
/// a job, then <see cref="Permit2Conclusion.Conclude"/> with the chain's answers. Source: x402 upto scheme, facilitator.
/// </remarks>
public static class UptoVerification
{
    /// <summary>All steps at once.</summary>
    public static Verification Verify(
        PaymentPayload payment, PaymentRequirements requirements, VerificationContext context, IChainView chain) =>
        TryAdmit(payment, requirements, context, out Permit2Candidate? candidate, out Verification? refusal)
            ? Permit2Conclusion.Conclude(candidate, candidate.IsSignedByPayer(), context, chain)
            : refusal;

    /// <summary>Steps 0 to 9, which need neither cryptography nor the chain.</summary>
    public static bool TryAdmit(
        PaymentPayload payment,
        PaymentRequirements requirements,
        VerificationContext context,
        [NotNullWhen(true)] out Permit2Candidate? candidate,
        [NotNullWhen(false)] out Verification? refusal)
    {
        if (payment.Payload is not Permit2Payload { Authorization.Witness.Facilitator: not null } payload)
        {
            candidate = null;
            refusal = Verification.Invalid(PaymentError.UnsupportedPayloadType, null);
            return false;
        }

        return Permit2Candidate.TryAdmit(
            payment,
            payload.Authorization,
            payload.Signature,
            requirements,
            Envelope(payment, requirements),
            terms => Fields(payload.Authorization, terms, context),
            out candidate,
            out refusal);
    }

    private static PaymentError? Envelope(PaymentPayload payment, PaymentRequirements requirements) =>
        Permit2Rules.Schemes(payment, requirements, X402Protocol.UptoScheme, PaymentError.InvalidUptoEvmScheme)
        ?? Permit2Rules.Network(payment, requirements, PaymentError.InvalidUptoEvmNetworkMismatch);

    private static PaymentError? Fields(
        Permit2Authorization authorization, EvmTerms terms, VerificationContext context) =>
        Permit2Rules.Spender(authorization, Deployments.UptoProxy)
        ?? Permit2Rules.Recipient(authorization, terms)
        ?? Permit2Rules.Facilitator(authorization, context.OwnAddresses)
        ?? Permit2Rules.Deadline(authorization, context.Now)
        ?? Permit2Rules.ValidAfter(authorization, context.Now)
        ?? Permit2Rules.Amount(authorization, terms)
        ?? Permit2Rules.Token(authorization, terms);
}
