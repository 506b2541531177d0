namespace Simulator.Protocol.X402;

/// <summary>Verifies a payment of any scheme this library settles per request: <c>upto</c> and <c>exact</c>.</summary>
public static class PaymentVerification
{
    public static Verification Verify(
        PaymentPayload payment, PaymentRequirements requirements, VerificationContext context, IChainView chain)
    {
        if (requirements.Scheme == X402Protocol.UptoScheme)
        {
            return UptoVerification.Verify(payment, requirements, context, chain);
        }

        if (requirements.Scheme != X402Protocol.ExactScheme)
        {
            return Verification.Invalid(PaymentError.UnsupportedScheme, null);
        }

        // A payload with a Permit2 authorization is a Permit2 payment, whatever the requirements' extra says.
        return payment.Payload is Permit2Payload
            ? ExactPermit2Verification.Verify(payment, requirements, context, chain)
            : ExactEip3009Verification.Verify(payment, requirements, context, chain);
    }
}
