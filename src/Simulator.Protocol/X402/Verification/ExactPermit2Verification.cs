using System.Diagnostics.CodeAnalysis;

using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.X402;

/// <summary>Verifies an <c>exact</c> payment by Permit2 in the reference order; the first broken rule wins.</summary>
/// <remarks>Split like <see cref="UptoVerification"/>. Source: x402 exact scheme, facilitator, Permit2 part.</remarks>
public static class ExactPermit2Verification
{
    /// <summary>All steps at once.</summary>
    public static Verification Verify(
        PaymentPayload payment, PaymentRequirements requirements, VerificationContext context, IChainView chain) =>
        TryAdmit(payment, requirements, context, out Permit2Candidate? candidate, out Verification? refusal)
            ? Permit2Conclusion.Conclude(candidate, candidate.IsSignedByPayer(), context, chain)
            : refusal;

    /// <summary>Steps 1 to 8, which need neither cryptography nor the chain.</summary>
    public static bool TryAdmit(
        PaymentPayload payment,
        PaymentRequirements requirements,
        VerificationContext context,
        [NotNullWhen(true)] out Permit2Candidate? candidate,
        [NotNullWhen(false)] out Verification? refusal)
    {
        if (payment.Payload is not Permit2Payload payload)
        {
            candidate = null;
            refusal = Verification.Invalid(PaymentError.UnsupportedPayloadType, null);
            return false;
        }

        // The exact witness has no facilitator; one that is sent along is neither signed nor looked at.
        Permit2Authorization authorization = payload.Authorization with
        {
            Witness = payload.Authorization.Witness with { Facilitator = null },
        };
        return Permit2Candidate.TryAdmit(
            payment,
            authorization,
            payload.Signature,
            requirements,
            Envelope(payment, requirements),
            terms => Fields(authorization, terms, context),
            out candidate,
            out refusal);
    }

    private static PaymentError? Envelope(PaymentPayload payment, PaymentRequirements requirements) =>
        Permit2Rules.Schemes(payment, requirements, X402Protocol.ExactScheme, PaymentError.UnsupportedPayloadType)
        ?? Permit2Rules.Network(payment, requirements, PaymentError.InvalidExactEvmNetworkMismatch);

    private static PaymentError? Fields(
        Permit2Authorization authorization, EvmTerms terms, VerificationContext context) =>
        Permit2Rules.Spender(authorization, Deployments.ExactProxy)
        ?? Permit2Rules.Recipient(authorization, terms)
        ?? Permit2Rules.Deadline(authorization, context.Now)
        ?? Permit2Rules.ValidAfter(authorization, context.Now)
        ?? Permit2Rules.Amount(authorization, terms)
        ?? Permit2Rules.Token(authorization, terms);
}
