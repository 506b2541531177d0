using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>Settles EIP-3009 payments; they are verified again without simulation first.</summary>
public static class Eip3009Settlement
{
    /// <summary>
    /// What follows from the second verification; <paramref name="candidate"/> is null when the fields did not pass.
    /// </summary>
    public static SettlementStep Decide(
        Verification verification, Eip3009Candidate? candidate, PaymentRequirements requirements) =>
        verification.IsValid && candidate is not null
            ? new SettlementStep.Broadcast(candidate.SettleCall())
            : new SettlementStep.Answer(new SettleResponse(
                false,
                string.Empty,
                requirements.Network,
                (verification.Error ?? PaymentError.InvalidScheme).Name,
                Payer: verification.Payer?.ToString() ?? string.Empty));

    /// <summary>The answer once the transaction has a receipt, or with an empty hash when sending failed.</summary>
    public static SettleResponse Conclude(
        Eip3009Candidate candidate, PaymentRequirements requirements, Hash32? transaction, bool receiptSucceeded) =>
        new(
            receiptSucceeded,
            transaction?.ToString() ?? string.Empty,
            requirements.Network,
            receiptSucceeded ? null : PaymentError.InvalidExactEvmTransactionFailed.Name,
            Payer: candidate.Payer.ToString());
}
