using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Tests.X402.Verification;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402.Settlement;

public sealed class Permit2SettlementTests
{
    private static readonly Hash32 Transaction = Hash32.Parse(string.Concat(Enumerable.Repeat("ab", 32)));

    [Fact]
    public void Nothing_due_succeeds_without_a_transaction()
    {
        SettleResponse response = Answer(Decide(PaymentScenario.Upto(), "0"));

        Assert.Equal(
            """{"success":true,"payer":"$","transaction":"","network":"eip155:8453","amount":"0"}"""
                .Replace("$", Payments.Payer.ToString(), StringComparison.Ordinal),
            response.ToJson());
    }

    [Fact]
    public void More_than_was_permitted_is_refused()
    {
        SettleResponse response = Answer(Decide(PaymentScenario.Upto(), "100000000000000001"));

        Assert.Equal("invalid_upto_evm_payload_settlement_exceeds_amount", response.ErrorReason);
        Assert.Equal(string.Empty, response.Transaction);
    }

    [Fact]
    public void What_is_due_is_taken_from_the_permitted_maximum()
    {
        SettlementStep.Broadcast step =
            Assert.IsType<SettlementStep.Broadcast>(Decide(PaymentScenario.Upto(), "7"));

        UptoSettleCall call = Assert.IsType<UptoSettleCall>(step.Call);
        Assert.Equal((UInt256)7UL, call.Amount);
        Assert.Equal(Deployments.UptoProxy, call.Target);
        Assert.Null(step.Approval);
    }

    [Fact]
    public void The_payer_must_still_hold_the_whole_maximum_when_a_fraction_is_settled()
    {
        PaymentScenario scenario = PaymentScenario.Upto();
        scenario.Chain = scenario.Chain with
        {
            Simulation = SimulationResult.Reverted("TRANSFER_FROM_FAILED"),
            Balance = Payments.UptoAuthorization.Amount - 1UL,
        };

        Assert.Equal("permit2_insufficient_balance", Answer(Decide(scenario, "7")).ErrorReason);
    }

    [Fact]
    public void Receipts_decide_the_answer()
    {
        Permit2Candidate candidate = Candidate(PaymentScenario.Upto());
        PaymentRequirements due = Payments.UptoRequirements with { Amount = "7" };

        SettleResponse settled = Permit2Settlement.Conclude(candidate, due, Transaction, true);
        SettleResponse reverted = Permit2Settlement.Conclude(candidate, due, Transaction, false);

        Assert.True(settled.Success);
        Assert.Equal("7", settled.Amount);
        Assert.Equal(Transaction.ToString(), settled.Transaction);
        Assert.False(reverted.Success);
        Assert.Equal("invalid_transaction_state", reverted.ErrorReason);
        Assert.Equal(Transaction.ToString(), reverted.Transaction);
    }

    [Theory]
    [InlineData("reverted: Permit2612AmountMismatch()", "permit2_2612_amount_mismatch")]
    [InlineData("reverted: InvalidAmount(5)", "permit2_invalid_amount")]
    [InlineData("reverted: InvalidDestination()", "permit2_invalid_destination")]
    [InlineData("reverted: InvalidOwner()", "permit2_invalid_owner")]
    [InlineData("reverted: PaymentTooEarly()", "permit2_payment_too_early")]
    [InlineData("reverted: InvalidSignature()", "invalid_permit2_signature")]
    [InlineData("reverted: SignatureExpired(1)", "invalid_permit2_signature")]
    [InlineData("reverted: InvalidNonce()", "permit2_invalid_nonce")]
    [InlineData("erc20_approval_tx_failed", "erc20_approval_tx_failed")]
    [InlineData("reverted: AmountExceedsPermitted()", "upto_amount_exceeds_permitted")]
    [InlineData("reverted: UnauthorizedFacilitator()", "upto_unauthorized_facilitator")]
    [InlineData("out of gas", "invalid_exact_evm_transaction_failed: out of gas")]
    public void A_thrown_failure_is_named_by_the_contract_error_in_it(string message, string reason) =>
        Assert.Equal(reason, Permit2Settlement.Failed(Candidate(PaymentScenario.Upto()), message).ErrorReason);

    [Fact]
    public void An_unknown_failure_text_is_cut_at_five_hundred_characters() =>
        Assert.Equal(
            "invalid_exact_evm_transaction_failed: ".Length + 500,
            SettlementFailure.Reason(new string('x', 900)).Length);

    private static SettleResponse Answer(SettlementStep step) =>
        Assert.IsType<SettlementStep.Answer>(step).Response;

    private static Permit2Candidate Candidate(PaymentScenario scenario)
    {
        Assert.True(UptoVerification.TryAdmit(
            scenario.Payment(), scenario.Requirements, scenario.Context, out Permit2Candidate? candidate, out _));
        return candidate;
    }

    private static SettlementStep Decide(PaymentScenario scenario, string due)
    {
        PaymentPayload payment = scenario.Payment();
        PaymentRequirements requirements = scenario.Requirements with { Amount = due };
        PaymentRequirements again = Permit2Settlement.ForVerification(payment, requirements);
        _ = UptoVerification.TryAdmit(payment, again, scenario.Context, out Permit2Candidate? candidate, out _);
        Protocol.X402.Verification verification =
            UptoVerification.Verify(payment, again, scenario.Context, scenario.Chain);
        return Permit2Settlement.Decide(verification, candidate, payment, requirements, scenario.Context);
    }
}
