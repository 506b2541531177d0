using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.X402;

/// <summary>Settles Permit2 payments: re-verify, decide, broadcast, conclude.</summary>
/// <remarks>
/// <c>upto</c> is verified again at its full maximum and with simulation, so the payer must still hold all of it;
/// <c>exact</c> without simulation. Source: x402 exact and upto schemes, facilitator settle.
/// </remarks>
public static class Permit2Settlement
{
    /// <summary>Whether the settlement is simulated once more before it is sent.</summary>
    public static bool SimulatesAgain(PaymentRequirements requirements) =>
        requirements.Scheme == X402Protocol.UptoScheme;

    /// <summary>
    /// The requirements to verify against when settling: for <c>upto</c> the permitted maximum in place of the amount
    /// due.
    /// </summary>
    public static PaymentRequirements ForVerification(PaymentPayload payment, PaymentRequirements requirements) =>
        SimulatesAgain(requirements) && payment.Payload is Permit2Payload payload
            ? requirements with { Amount = payload.Authorization.Amount.ToString() }
            : requirements;

    /// <summary>What follows from the second verification.</summary>
    /// <param name="verification">Against <see cref="ForVerification"/>.</param>
    /// <param name="candidate">Null exactly when the fields did not pass.</param>
    /// <param name="payment">As received.</param>
    /// <param name="requirements">With the amount that is due.</param>
    /// <param name="context">As for verification.</param>
    public static SettlementStep Decide(
        Verification verification,
        Permit2Candidate? candidate,
        PaymentPayload payment,
        PaymentRequirements requirements,
        VerificationContext context)
    {
        if (!verification.IsValid || candidate is null)
        {
            PaymentError error = verification.Error ?? PaymentError.UnexpectedSettleError;
            return Refuse(error.Name, verification.Payer, payment);
        }

        if (!UInt256.TryParse(requirements.Amount, out UInt256 due))
        {
            return Refuse(PaymentError.InvalidPaymentRequirements.Name, candidate.Payer, payment);
        }

        if (candidate.IsUpto && due.IsZero)
        {
            return new SettlementStep.Answer(Succeeded(candidate, string.Empty, due));
        }

        return candidate.IsUpto && due > candidate.Authorization.Amount
            ? Refuse(
                PaymentError.InvalidUptoEvmPayloadSettlementExceedsAmount.Name, candidate.Payer, payment)
            : Send(candidate, due, context);
    }

    /// <summary>The answer once the transaction has a receipt.</summary>
    /// <param name="candidate">The payment.</param>
    /// <param name="requirements">With the amount that was due.</param>
    /// <param name="transaction">The transaction's hash.</param>
    /// <param name="receiptSucceeded">Its status.</param>
    public static SettleResponse Conclude(
        Permit2Candidate candidate, PaymentRequirements requirements, Hash32 transaction, bool receiptSucceeded) =>
        receiptSucceeded
            ? Succeeded(candidate, transaction.ToString(), UInt256.Parse(requirements.Amount))
            : new SettleResponse(
                false,
                transaction.ToString(),
                candidate.Payment.Accepted.Network,
                PaymentError.InvalidTransactionState.Name,
                Payer: candidate.Payer.ToString(),
                Amount: candidate.IsUpto ? requirements.Amount : null);

    /// <summary>The answer when sending failed before there was a receipt.</summary>
    /// <param name="candidate">The payment.</param>
    /// <param name="message">The error's text, with the contract's error name in it where there was one.</param>
    public static SettleResponse Failed(Permit2Candidate candidate, string message) =>
        new(
            false,
            string.Empty,
            candidate.Payment.Accepted.Network,
            SettlementFailure.Reason(message),
            Payer: candidate.Payer.ToString());

    private static SettlementStep.Answer Refuse(string reason, Address? payer, PaymentPayload payment) =>
        new(new SettleResponse(
            false, string.Empty, payment.Accepted.Network, reason, Payer: payer?.ToString() ?? string.Empty));

    private static SettlementStep.Broadcast Send(Permit2Candidate candidate, UInt256 due, VerificationContext context)
    {
        // The checks have passed, so here they only hand out what they read.
        if (Eip2612Sponsoring.Find(candidate.Payment) is { } permit)
        {
            _ = permit.Check(candidate.Payer, candidate.Terms.Asset, context.Now, out SponsoredPermit? sponsored);
            return new SettlementStep.Broadcast(candidate.SettleCall(due, sponsored));
        }

        SignedTransaction? approval = null;
        if (context.SponsorsApprovals && Erc20ApprovalSponsoring.Find(candidate.Payment) is { } sponsoring)
        {
            _ = sponsoring.Check(candidate.Payer, candidate.Terms.Asset, out approval);
        }

        return new SettlementStep.Broadcast(candidate.SettleCall(due), approval);
    }

    private static SettleResponse Succeeded(
        Permit2Candidate candidate, string transaction, UInt256 amount) =>
        new(
            true,
            transaction,
            candidate.Payment.Accepted.Network,
            Payer: candidate.Payer.ToString(),
            Amount: candidate.IsUpto ? amount.ToString() : null);
}
